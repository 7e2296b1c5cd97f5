import { openDraft } from '../authority/draft.ts'
import { receiptText } from '../authority/receipts.ts'
import type { Lookups, Needs } from '../authority/rows.ts'
import type { LogPosition } from '../commit.ts'
import type { ReplicaAnswer } from './outputs.ts'
import { ownPlaces, pendAgain } from './pendAgain.ts'
import { ownKey } from './records.ts'

/**
 * Places of a log that this copy can vouch for, newest first, each twice as far back as the one before: what an authority
 * that was restored is asked to compare ({@link agreedPlace}).
 */
export function vouchedPlaces(view: Lookups, log: string): readonly LogPosition[] | Needs {
  const rows = openDraft(view)
  const head = rows.row('cursor', log)
  const places: LogPosition[] = []
  for (let g = head?.g ?? 0, step = 1; g > 0; g -= step, step *= 2) {
    const r = g === head?.g ? head.r : rows.row('heard', `${log}/${g}`)?.r
    if (r !== undefined) places.push({ g, r: receiptText(r) })
  }
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : places
}

/** The authority's answer: the furthest of these places that is a place of its log; 0 when none is. */
export function agreedPlace(view: Lookups, places: readonly LogPosition[]): number | Needs {
  const rows = openDraft(view)
  const agreed = places.filter(({ g, r }) => {
    const own = rows.row('entry', String(g))?.r
    return own !== undefined && receiptText(own) === r
  })
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : agreed.reduce((furthest, { g }) => Math.max(furthest, g), 0)
}

/**
 * [SY17] The authority was restored and agrees up to `agreedG`: what it said since is as if unsaid. Own commits settled since
 * are pending again, with the verdict they had; the state is to be taken anew, and everything offered again from the head
 * that the authority knows.
 */
export function reconcile(view: Lookups, log: string, epoch: number, agreedG: number): ReplicaAnswer {
  const rows = openDraft(view)
  const held = rows.row('cursor', log)
  if (held !== null && agreedG === held.g) {
    // Nothing was lost: a hub was succeeded, or the restored log had everything that this copy knows.
    return { changes: [{ table: 'cursor', key: log, row: { ...held, epoch } }], outputs: [] }
  }
  for (const place of ownPlaces(rows.row('ownHead', 'own'))) {
    const own = rows.row('own', ownKey(place))
    if (own === null || own.ruling === null || own.ruling.log !== log || own.ruling.g <= agreedG) continue
    // Taken away since: it cannot be said again, and keeps the verdict that it had.
    if (own.commit.body.length === 0) continue
    rows.put('own', ownKey(place), { ...own, ruling: null, earlier: own.ruling.verdict })
    rows.put('toRegularise', own.cid, null)
    const record = rows.row('commit', own.cid)
    if (record !== null) rows.put('commit', own.cid, { ...record, ruling: null })
    pendAgain(rows, own, place)
  }
  const cursor = rows.row('cursor', log)
  const r = agreedG === 0 ? new Uint8Array(32) : (rows.row('heard', `${log}/${agreedG}`)?.r ?? null)
  // What was heard of others since is as if unsaid too.
  for (let g = agreedG + 1; g <= (cursor?.g ?? 0); g++) {
    const heard = rows.row('heard', `${log}/${g}`)
    const record = heard && rows.row('commit', heard.entry.cid)
    if (heard !== null && record !== null && rows.row('ownSeq', heard.entry.cid) === null)
      rows.put('commit', heard.entry.cid, null)
    rows.put('heard', `${log}/${g}`, null)
  }
  rows.put('cursor', log, { log, epoch, g: r === null ? 0 : agreedG, r: r ?? new Uint8Array(32) })
  rows.put('anew', log, { g: 0 })
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs: [{ kind: 'start-anew' }] }
}
