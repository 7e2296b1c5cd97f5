import type { CommitDigest } from '../commitPorts.ts'
import type { Draft } from './draft.ts'
import type { Entry } from './entry.ts'
import type { AuthorityOutput } from './outputs.ts'
import { nextReceipt } from './receipts.ts'
import type { CommitRecord, VisibilityEffect } from './records.ts'
import type { Ruling } from './verdict.ts'

export interface Arrival {
  /** Log of the hub whose order brings the commit; null when it comes straight. */
  readonly via: string | null
  /** Milliseconds since 1970-01-01T00:00:00Z, by the clock of the authority; read by people only. */
  readonly now: number
}

/** Writes the verdict of a received commit at the end of the log, with its receipt. */
export function appendEntry(
  rows: Draft,
  cid: string,
  record: CommitRecord,
  { verdict, code }: Ruling,
  effects: readonly VisibilityEffect[],
  { via, now }: Arrival,
  ports: CommitDigest,
): AuthorityOutput {
  const head = rows.row('log', 'log') ?? { log: '', epoch: 0, g: 0, r: new Uint8Array(32) }
  const g = head.g + 1
  const entry: Entry = { log: head.log, epoch: head.epoch, g, cid, verdict, code, at: now, via }
  const r = nextReceipt(head.r, entry, ports)
  rows.put('entry', String(g), { entry, r, effects })
  rows.put('log', 'log', { ...head, g, r })
  rows.put('commit', cid, { ...record, ruling: { verdict, code, g } })
  return { kind: 'entry', entry, r, dev: record.dev, seq: record.seq }
}
