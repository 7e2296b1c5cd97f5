import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { centre } from '../meeting/cast.ts'
import type { Witness } from '../meeting/witness.ts'
import { hubLies } from './honest.ts'
import type { MeetingWorld } from './invariants.ts'

/** [I14] Each receipt of the centre is the hash of the one before and of its entry; nobody was sent one that is not. */
export function receiptsBroken(world: MeetingWorld, witness: Witness): string | null {
  // A hub that tells two orders is found out so.
  if (witness.receiptsBroken.length > 0 && !hubLies(world))
    return `${witness.receiptsBroken[0]} was sent receipts that do not hold`
  const isPutBack = world.scenario.injections.some(({ kind }) => kind === 'restore')
  if (!isPutBack && witness.restored.has('centre'))
    return 'the centre forgot what it had said, and no old image was put back'
  let r: Uint8Array = new Uint8Array(32)
  let g = 0
  const rows = (world.hosts.get(centre)?.disk.list(`${centre}:entry|`) ?? [])
    .map(([, row]) => row as { readonly entry: { readonly g: number }; readonly r: Uint8Array })
    .sort((a, b) => a.entry.g - b.entry.g)
  for (const row of rows) {
    g++
    if (row.entry.g !== g) return `the log of the centre has no entry ${g}`
    r = createHash('sha256')
      .update(r)
      .update(canonicalJson(row.entry as unknown as Json))
      .digest()
    if (Buffer.compare(r, row.r) !== 0) return `the receipt of entry ${g} does not hold`
  }
  return null
}
