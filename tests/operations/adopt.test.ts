import { describe, expect, test } from 'vitest'
import {
  adoptPart,
  adoptStates,
  inAdoptionOrder,
  isReunited,
  readFileState,
  reuniteAdopted,
} from '#shared/operations/authority/adoptStates.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import { tables } from '#shared/operations/authority/tables.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import { mark, openWorld, recusalDeclared, sheetScope, type World, worldOver } from './support/committee.ts'
import { statesFed, statesOf } from './support/replica.ts'
import { outcomeNow, readyToClose, samplesOn } from './support/samples.ts'

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
    for (const { scope, operation } of readyToClose(world)) ok(world.verdict('secretary', scope, operation))
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

describe('a file too large to be held at once', () => {
  test('[SY32] taken in parts, in the order of adoption, it leaves the rows that it leaves as a whole', () => {
    const world = openWorld()
    const merged = {
      k: 'candidature.change@1',
      e: 'candidature/can-1',
      x: 9,
      d: { set: { mergedInto: 'can-2' } },
    }
    expect(world.verdict('secretary', 'dossier/dos-1', merged)).toBe('ok')
    expect(world.verdict('anne', 'recusal/m-anne', recusalDeclared(2, 'm-anne'))).toBe('ok')
    const whole = [...world.store.scan('aggregate')].map(([entity, { version, state }]) => ({
      entity,
      version,
      state,
    }))
    const travelled = inAdoptionOrder(whole).map((state) => {
      const read = readFileState(JSON.parse(JSON.stringify(state)))
      if (read === undefined) throw new Error('a state does not travel')
      return read
    })
    const parts = memoryRows()
    const written = (answer: ReturnType<typeof adoptPart>): void => {
      if (lacks(answer)) throw new Error('a store in memory lacks nothing')
      parts.apply(answer.changes)
    }
    for (let at = 0; at < travelled.length; at += 3)
      written(adoptPart(parts, travelled.slice(at, at + 3), 'd-secretary'))
    written(
      reuniteAdopted(
        parts,
        travelled.filter(isReunited).map(({ entity }) => entity),
      ),
    )
    const expected = memoryRows(adoptStates(whole, 'd-secretary'))
    for (const table of tables)
      expect([table, Object.fromEntries(parts.scan(table))]).toEqual([
        table,
        Object.fromEntries(expected.scan(table)),
      ])
    expect(parts.row('reunion', 'dos-1')).toEqual({ links: [{ candidature: 'can-1', dossier: 'dos-2' }] })
  })

  test('[SY32] what is no state of a file is no line of it', () => {
    const fine = { entity: 'dossier/d', version: 1, state: null }
    expect(readFileState(fine)).toEqual(fine)
    for (const wrong of [
      null,
      [],
      { ...fine, version: 0 },
      { ...fine, entity: 'user/u' },
      { ...fine, entity: 'dossier/' },
      { ...fine, state: 'x' },
      { ...fine, more: 1 },
      { entity: 'dossier/d', version: 1 },
    ])
      expect(readFileState(wrong)).toBe(undefined)
  })
})
