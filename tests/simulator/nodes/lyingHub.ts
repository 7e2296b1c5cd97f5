import { type SignedCheckpoint, signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { Entry } from '#shared/operations/authority/entry.ts'
import { headAfter, type LogHead } from '#shared/operations/authority/receipts.ts'
import type { HubRun } from '#shared/operations/lease/hubRun.ts'
import type { HubTrick } from '../meeting/act.ts'
import type { Cryptography } from './cryptography.ts'

/** Half of the laptops of a room, always the same. */
export const isOnTheOtherSide = (device: string): boolean => [...device].length % 2 === 0

/** What a dishonest hub brings back in the place of the order that it told: signed by itself, whole, and false. */
export function falseRun(
  { entries, checkpoint }: HubRun,
  trick: HubTrick | null,
  hub: string,
  cryptography: Cryptography,
): HubRun {
  const lied = liedEntries(entries, trick)
  return lied === entries ? { entries, checkpoint } : vouchedFor(lied, checkpoint, hub, cryptography)
}

function liedEntries(entries: readonly Entry[], trick: HubTrick | null): readonly Entry[] {
  switch (trick) {
    case 'reorder':
      return entries.toReversed().map((entry, index): Entry => ({ ...entry, g: index + 1 }))
    case 'forge-verdicts':
      return entries.map((entry): Entry => {
        if (entry.verdict === 'ok') return { ...entry, verdict: 'forbidden', code: 'role' }
        return { ...entry, verdict: 'ok', code: '' }
      })
    case 'truncate':
      return entries.slice(0, Math.floor(entries.length / 2))
    case 'wrong-epoch':
      return entries.map((entry): Entry => ({ ...entry, epoch: entry.epoch + 3 }))
    default:
      return entries
  }
}

function vouchedFor(
  entries: readonly Entry[],
  { checkpoint }: SignedCheckpoint,
  hub: string,
  cryptography: Cryptography,
): HubRun {
  const { log } = checkpoint
  let head: LogHead = { log, epoch: entries[0]?.epoch ?? 0, g: 0, r: new Uint8Array(32) }
  for (const entry of entries) head = headAfter(head, entry, cryptography) ?? head
  return { entries, checkpoint: signCheckpoint(head, checkpoint.at, cryptography.signerOf(hub)) }
}
