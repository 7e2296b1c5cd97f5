import { expect, test } from 'vitest'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import { endFirstCopy, takeFirstRows } from '#shared/operations/replica/takeFirstCopy.ts'
import { takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import { committeeWorld } from './support/committee.ts'
import { loaded } from './support/replica.ts'

const reunions = (store: RowStore) => Object.fromEntries(store.scan('reunion'))

/** A duplicate that comes before what it repeats, or after it. */
const orders: Readonly<Record<string, (one: FedRow, other: FedRow) => number>> = {
  forwards: (one, other) => (one.entity < other.entity ? -1 : 1),
  backwards: (one, other) => (one.entity < other.entity ? 1 : -1),
}

test('[SY3] [SY27] duplicates are together in a copy as at the centre, whatever the order in which their states came', () => {
  const world = committeeWorld()
  const merged = {
    ...{ k: 'candidature.change@1', e: 'candidature/can-1', x: 9 },
    d: { set: { mergedInto: 'can-2' } },
  }
  expect(world.verdict('secretary', 'dossier/dos-1', merged)).toBe('ok')
  const expected = reunions(world.store)
  expect(Object.keys(expected)).toEqual(['dos-1', 'dos-2'])
  const { head, rows } = snapshotFor(world.store, { user: 'u-secretary' })
  const given = [...rows]
  for (const order of Object.values(orders)) {
    const inOrder = given.toSorted(order)
    const whole = memoryRows(openReplica('d-new', 'centre'))
    whole.apply(loaded(takeSnapshot(whole, head, inOrder)).changes)
    expect(reunions(whole)).toEqual(expected)
    // The same copy taken anew: nothing is said twice.
    whole.apply(loaded(takeSnapshot(whole, head, inOrder)).changes)
    expect(reunions(whole)).toEqual(expected)

    const inChunks = memoryRows(openReplica('d-new', 'centre'))
    for (const row of inOrder) inChunks.apply(loaded(takeFirstRows(inChunks, [row], 'centre')).changes)
    inChunks.apply(loaded(endFirstCopy(inChunks, head, false)).changes)
    expect(reunions(inChunks)).toEqual(expected)
  }
})
