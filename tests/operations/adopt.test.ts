import { describe, expect, test } from 'vitest'
import { adoptStates } from '#shared/operations/authority/adoptStates.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import { mark, openWorld, recusalDeclared, sheetScope, type World, worldOver } from './support/committee.ts'
import { statesFed, statesOf } from './support/replica.ts'
import { outcomeNow, samplesOn } from './support/samples.ts'

/** A centre that goes on from what another world holds, as from a file. */
function adoptedFrom(world: World): World {
  const states = [...world.store.scan('aggregate')].map(([entity, { version, state }]) => ({
    entity,
    version,
    state,
  }))
  const mandates = [...world.store.scan('mandates')].flatMap(([, { list }]): readonly Mandate[] => list)
  const founding = foundAuthority({
    log: 'centre-2',
    users: [...world.store.scan('user')].map(([, user]) => user),
    devices: [...world.store.scan('device')].map(([, device]) => device),
    mandates,
    rows: [
      ...adoptStates(states.reverse(), 'd-secretary'),
      ...[...world.store.scan('chain')].map(([key, row]) => ({ table: 'chain', key, row }) as const),
    ],
  })
  return worldOver(memoryRows(founding), world.devices)
}

describe('a centre that goes on from a file', () => {
  test('[SY32] same states, same readers, same recusals, same duplicates, same freeze, whatever the order of the file', () => {
    const world = openWorld()
    const ok = (verdict: string): void => expect(verdict).toBe('ok')
    ok(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500)))
    ok(world.verdict('anne', 'recusal/m-anne', recusalDeclared(2, 'm-anne')))
    const merged = {
      k: 'candidature.change@1',
      e: 'candidature/can-3',
      x: 9,
      d: { set: { mergedInto: 'can-2' } },
    }
    ok(world.verdict('secretary', 'dossier/dos-3', merged))
    const decides = {
      k: 'session.decide@1',
      e: 'session/ses-1',
      d: { itemId: 'item-1', outcome: outcomeNow(world, 1) },
    }
    ok(world.verdict('secretary', 'session/ses-1/dossier/dos-1', decides))
    const { scope, operation } = samplesOn(world)['session.close@1']
    ok(world.verdict('chair', scope, operation))
    const centre = adoptedFrom(world)
    expect(statesOf(centre.store)).toEqual(statesOf(world.store))
    for (const user of ['u-secretary', 'u-chair', 'u-anne', 'u-bruno', 'u-instructor', 'u-guest'])
      expect(statesFed(snapshotFor(centre.store, { user }).rows)).toEqual(
        statesFed(snapshotFor(world.store, { user }).rows),
      )
    for (const table of ['placement', 'reunion', 'recusal', 'frozen', 'revealed', 'index'] as const)
      expect(Object.fromEntries(centre.store.scan(table))).toEqual(
        Object.fromEntries(world.store.scan(table)),
      )
    expect(centre.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 0))).toBe('late/dossier-decided')
    expect(centre.verdict('anne', sheetScope(3, 'm-anne'), mark(3, 'm-anne', 0))).toBe('recused/recused')
    expect(centre.verdict('bruno', sheetScope(2, 'm-bruno'), mark(2, 'm-bruno', 100))).toBe('ok')
    const back = { k: 'aggregate.revert@1', e: 'dossier/dos-2', x: 1, d: { toVersion: 0 } }
    expect(centre.verdict('secretary', 'dossier/dos-2', back)).toBe('invalid/no-history')
  })
})
