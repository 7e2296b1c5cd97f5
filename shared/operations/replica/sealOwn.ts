import type { Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { openDraft } from '../authority/draft.ts'
import { receiptText } from '../authority/receipts.ts'
import type { Lookups, Needs, RowChange } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { nextHybridTime } from '../commitClock.ts'
import { encodeCommit } from '../commitEncode.ts'
import { toCommitted } from '../commitOperation.ts'
import type { CommitDigest, CommitSigner } from '../commitPorts.ts'
import type { Operation } from '../operation.ts'
import { ownKey } from './records.ts'
import { seenVersion } from './shownState.ts'

export interface OwnAct {
  readonly org: string
  readonly usr: string
  readonly scope: string
  readonly app: string
  /** Version of the operation schemas, at most what the authority said it knows. */
  readonly sv: number
  readonly operations: readonly Operation[]
  /** Milliseconds by the clock of this machine. */
  readonly nowMs: number
}

export interface Sealed {
  readonly changes: readonly RowChange[]
  readonly commit: SignedCommit
}

/**
 * Signs one act into the chain of this device. The rows are to be durable before the commit is sent [SY16]. Refusals: those
 * of `encodeCommit`; `chain.broken` when this device must enrol again; `entity.changed-meanwhile` for an aggregate that this
 * program may only read until it is brought up to date [SY26].
 */
export function sealOwn(
  view: Lookups,
  act: OwnAct,
  ports: CommitDigest & CommitSigner & Randomness,
): Result<Sealed> | Needs {
  const rows = openDraft(view)
  const sealed = sealedOn(rows, act, ports)
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : sealed
}

function sealedOn(
  rows: ReturnType<typeof openDraft>,
  { org, usr, scope, app, sv, operations, nowMs }: OwnAct,
  ports: CommitDigest & CommitSigner & Randomness,
): Result<Sealed> {
  const head = rows.row('ownHead', 'own')
  if (head === null || head.mustEnrol) return refuse('chain.broken')
  const closed = operations.find(({ entity }) => rows.row('readOnly', entity) !== null)
  if (closed !== undefined) return refuse('entity.changed-meanwhile', { entity: closed.entity })
  const seq = head.seq + 1
  const hlc = nextHybridTime(head.hlc, nowMs)
  const followed = rows.row('followed', 'follow')
  const cursor = followed && rows.row('cursor', followed.log)
  const committed = operations.map((operation, index) => {
    const { kind, entity } = operation
    const version = seenVersion(rows, kind, entity)
    const ops = [...(rows.row('pendingOn', entity)?.ops ?? []), { dev: head.dev, seq, index }]
    rows.put('pendingOn', entity, { ops })
    return toCommitted(operation, version)
  })
  const commit = encodeCommit(
    {
      org,
      dev: head.dev,
      seq,
      prev: head.digest && base64UrlEncode(head.digest),
      hlc,
      usr,
      scope,
      sv,
      app,
      // Of a room that was just entered nothing was heard yet; that it was written there is said all the same [SY22].
      follow: followed && { log: followed.log, epoch: cursor?.epoch ?? 0 },
      base: cursor && { g: cursor.g, r: receiptText(cursor.r) },
    },
    committed,
    ports,
  )
  if (!commit.ok) return commit
  const cid = base64UrlEncode(commit.value.id)
  const entities = [...new Set(operations.map(({ entity }) => entity as string))]
  rows.put('own', ownKey({ dev: head.dev, seq }), {
    cid,
    commit: commit.value,
    scope,
    entities,
    ruling: null,
    earlier: null,
  })
  rows.put('ownSeq', cid, { dev: head.dev, seq })
  rows.put('ownHead', 'own', { ...head, seq, digest: commit.value.id, hlc })
  return ok({ changes: rows.changes(), commit: commit.value })
}
