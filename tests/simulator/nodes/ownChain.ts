import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { CommitHeader, CommittedOperation, HybridTime, SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { nextHybridTime } from '#shared/operations/commitClock.ts'
import { encodeCommit } from '#shared/operations/commitEncode.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Moment } from '../kernel/machine.ts'
import type { Cryptography } from './cryptography.ts'

/** The chain that a laptop writes: its device, where it stands, and the commits that the centre has not answered. */
export interface OwnChain {
  readonly device: string
  readonly seq: number
  /** base64url of the digest of its last header; null before the first. */
  readonly prev: string | null
  readonly hlc: HybridTime | null
}

export interface OwnCommit {
  readonly device: string
  readonly seq: number
  readonly cid: string
  readonly scope: string
  readonly commit: SignedCommit
  readonly operations: readonly CommittedOperation[]
}

export const chainKey = 'own|chain'
export const ownCommitKey = (device: string, seq: number): string =>
  `own|commit|${device}|${String(seq).padStart(6, '0')}`

export const ownCommits = (disk: DiskReader): readonly OwnCommit[] =>
  disk.list('own|commit|').map(([, row]) => row as OwnCommit)

/** What a commit says of itself beside its operations. */
export interface Sealing {
  readonly user: string
  readonly scope: string
  readonly follow: CommitHeader['follow']
  readonly base: CommitHeader['base']
  readonly schema: number
}

/** The next commit of a chain, and the rows that keep it. Null when the codec refuses it (too large): nothing is written. */
export function seal(
  chain: OwnChain,
  operations: readonly Omit<CommittedOperation, 'id'>[],
  sealing: Sealing,
  moment: Moment,
  cryptography: Cryptography,
): { readonly chain: OwnChain; readonly own: OwnCommit; readonly rows: Rows } | null {
  const clock = { nowMs: () => Math.max(0, moment.clockMs) }
  const hlc = nextHybridTime(chain.hlc, clock.nowMs())
  const withIds = operations.map((operation) => ({ ...operation, id: uuid7(clock, moment.chance) }))
  const { user, scope, follow, base, schema } = sealing
  const author = {
    org: 'org-1',
    dev: chain.device,
    seq: chain.seq + 1,
    prev: chain.prev,
    hlc,
    usr: user,
    scope,
    sv: schema,
    app: 'simulator',
    follow,
    base,
  }
  const encoded = encodeCommit(author, withIds, {
    sha256: cryptography.sha256,
    bytes: moment.chance.bytes,
    ...cryptography.signerOf(chain.device),
  })
  if (!encoded.ok) return null
  const cid = base64UrlEncode(encoded.value.id)
  const own: OwnCommit = {
    device: chain.device,
    seq: author.seq,
    cid,
    scope,
    commit: encoded.value,
    operations: JSON.parse(canonicalJson(withIds as unknown as Json)) as CommittedOperation[],
  }
  const next: OwnChain = { device: chain.device, seq: author.seq, prev: cid, hlc }
  return {
    chain: next,
    own,
    rows: [
      [chainKey, next],
      [ownCommitKey(own.device, own.seq), own],
    ],
  }
}
