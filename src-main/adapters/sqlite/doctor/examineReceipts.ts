import { headAfter, nextReceipt } from '#shared/operations/authority/receipts.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import type { SpaceRows } from '../sync/spaceRows.ts'
import type { DoctorSettings } from './examine.ts'

/** [SY15, SY24] The receipts that the copy holds, from its cursor back to where it began to hear: one chain, nothing beyond. */
export function examineHeard({ sync, ports }: DoctorSettings): string | null {
  const { copy } = sync
  for (const [log, cursor] of copy.scan('cursor')) {
    if (copy.row('heard', `${log}/${cursor.g + 1}`) !== null)
      return `Journal partagé ${log} : un reçu dépasse la position ${cursor.g} que la copie dit tenir.`
    const last = copy.row('heard', `${log}/${cursor.g}`)
    // A copy that was given begins at its place, with no receipt before it.
    if (last === null && copy.row('heard', `${log}/${cursor.g - 1}`) !== null)
      return `Journal partagé ${log} : le reçu de la position ${cursor.g} manque.`
    if (last !== null && !isSame(last.r, cursor.r))
      return `Journal partagé ${log} : la position ${cursor.g} ne porte pas son reçu.`
    for (let g = cursor.g; g > 1; g--) {
      const heard = copy.row('heard', `${log}/${g}`)
      const before = heard && copy.row('heard', `${log}/${g - 1}`)
      if (heard === null || before === null) break
      if (heard.entry.g !== g || !isSame(nextReceipt(before.r, heard.entry, ports), heard.r))
        return `Journal partagé ${log} : la suite des reçus est rompue en position ${g}.`
    }
    const first = copy.row('heard', `${log}/1`)
    if (first !== null && !isSame(nextReceipt(new Uint8Array(32), first.entry, ports), first.r))
      return `Journal partagé ${log} : la suite des reçus est rompue en position 1.`
  }
  return null
}

/** The log of a room that this laptop orders: every entry from the first, up to its head. */
export function examineHubLog(lease: string, rows: SpaceRows, ports: CommitDigest): string | null {
  const head = rows.row('log', 'log')
  if (head === null) return `Salle ${lease} : son journal manque.`
  let at = { log: head.log, epoch: 0, g: 0, r: new Uint8Array(32) as Uint8Array }
  for (let g = 1; g <= head.g; g++) {
    const record = rows.row('entry', String(g))
    const next = record && headAfter(at, record.entry, ports)
    if (record === null || next === null || !isSame(next.r, record.r))
      return `Salle ${lease} : la suite des reçus est rompue en position ${g}.`
    at = next
  }
  return isSame(at.r, head.r) && rows.row('entry', String(head.g + 1)) === null
    ? null
    : `Salle ${lease} : son journal ne finit pas où il le dit.`
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
