import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { ChainHead } from '#shared/operations/chain.ts'
import type { CommittedOperation, HybridTime } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { nextHybridTime } from '#shared/operations/commitClock.ts'
import { decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import { encodeCommit } from '#shared/operations/commitEncode.ts'
import type { CommitDigest, CommitSigner } from '#shared/operations/commitPorts.ts'
import type { CommitLog } from './commitLog.ts'

/** The chain of the local device: signs a run of operations and appends it. */
export interface DeviceChain {
  /** Answers the position of the commit. Refuses as `encodeCommit` does. */
  append(userId: string, operations: readonly CommittedOperation[]): Result<number>
}

export interface DeviceChainSettings {
  readonly fileId: string
  readonly deviceId: string
  /** Build that signs. */
  readonly app: string
  readonly ports: CommitDigest & CommitSigner & Randomness & Clock
}

/** Reads its head from the log at each run: after a rollback there is nothing to put back. */
export function deviceChain(
  log: CommitLog,
  { fileId, deviceId, app, ports }: DeviceChainSettings,
): DeviceChain {
  return {
    append: (userId, operations) => {
      const head = headOf(log, deviceId, ports)
      const seq = (head?.seq ?? 0) + 1
      const commit = encodeCommit(
        {
          org: fileId,
          dev: deviceId,
          seq,
          prev: head === null ? null : base64UrlEncode(head.headerDigest),
          hlc: nextHybridTime(head?.hlc ?? null, ports.nowMs()),
          usr: userId,
          scope: wholeCommittee,
          sv: operationSchemaVersion,
          app,
        },
        operations,
        ports,
      )
      return commit.ok ? ok(log.append(commit.value, deviceId, seq)) : commit
    },
  }
}

function headOf(
  log: CommitLog,
  deviceId: string,
  ports: CommitDigest,
): (ChainHead & { hlc: HybridTime }) | null {
  const last = log.lastOf(deviceId)
  if (last === undefined) return null
  const header = decodeCommitHeader(last.header)
  if (!header.ok) throw new Error(`the last commit of ${deviceId} cannot be read`)
  return { device: deviceId, seq: last.seq, headerDigest: ports.sha256(last.header), hlc: header.value.hlc }
}

/** The one scope of a file until calls and sessions are shared apart. */
const wholeCommittee = 'committee'

/** Version of the operation schemas of this program. */
export const operationSchemaVersion = 1
