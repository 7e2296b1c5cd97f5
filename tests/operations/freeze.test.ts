import { describe, expect, test } from 'vitest'
import type { Session } from '#shared/domain/session/session.ts'
import {
  agendaItem,
  attends,
  candidatureSubmitted,
  mark,
  opens,
  openWorld,
  recusalDeclared,
  sheetScope,
  type World,
} from './support/committee.ts'
import type { TestOperation } from './support/device.ts'
import { closing, outcomeNow, readyToClose } from './support/samples.ts'

const session = (k: string, d: TestOperation['d']): TestOperation => ({ k, e: 'session/ses-1', d })
const point = (number: number): string => `session/ses-1/dossier/dos-${number}`
const decides = (world: World, number: number, opinion?: string): TestOperation =>
  session('session.decide@1', { itemId: `item-${number}`, outcome: outcomeNow(world, number, opinion) })
const closes = (world: World): TestOperation => session('session.close@1', closing(world))
/** Says what is still to be said before it may be closed. */
const finish = (world: World): void => {
  for (const { scope, operation } of readyToClose(world))
    expect(world.verdict('secretary', scope, operation)).toBe('ok')
}

/** The first point decided, the others put off, the session closed. */
function closedWorld(): World {
  const world = openWorld()
  expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))).toBe('ok')
  expect(world.verdict('secretary', point(1), decides(world, 1))).toBe('ok')
  finish(world)
  expect(world.verdict('chair', 'session/ses-1', closes(world))).toBe('ok')
  return world
}

describe('freeze', () => {
  test('[SY13] a closing names the digest of what it freezes; facts that its author did not see are refused', () => {
    const world = openWorld()
    expect(world.verdict('secretary', 'session/ses-1', closes(world))).toBe('conflict/facts')
    finish(world)
    const early = closes(world)
    // The minutes tell what was asked for; that somebody began a sheet, they do not.
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))).toBe('ok')
    expect(closes(world)).toEqual(early)
    const asked = {
      k: 'candidature.change@1',
      e: 'candidature/can-1',
      x: 1,
      d: { set: { requestedCents: 1 } },
    }
    expect(world.verdict('secretary', 'dossier/dos-1', asked)).toBe('ok')
    expect(world.verdict('chair', 'session/ses-1', early)).toBe('conflict/facts')
    expect(world.verdict('chair', 'session/ses-1', closes(world))).toBe('ok')
    expect(world.verdict('chair', 'session/ses-1', closes(world))).toBe('late/session-closed')
  })

  test('[SY8] after the closing what it decided is late, whatever the author’s clock; the rest lives on', () => {
    const world = closedWorld()
    const before = world.store.row('aggregate', 'sheet/can-1/m-anne')
    const early = { ms: 1_000 }
    const late = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 0)], early)
    expect(world.receive(late)).toMatchObject([{ entry: { verdict: 'late', code: 'dossier-decided' } }])
    expect(world.store.row('aggregate', 'sheet/can-1/m-anne')).toEqual(before)
    // Kept beside, whole: it is shown next to the decision.
    const cid = Buffer.from(late.id).toString('base64url')
    expect(world.store.row('commit', cid)?.commit).toEqual(late)
    expect(world.verdict('bruno', 'recusal/m-bruno', recusalDeclared(1, 'm-bruno'))).toBe(
      'late/dossier-decided',
    )
    expect(world.verdict('anne', sheetScope(2, 'm-anne'), mark(2, 'm-anne', 100))).toBe('ok')
    expect(world.verdict('anne', sheetScope(3, 'm-anne'), mark(3, 'm-anne', 100))).toBe('ok')
  })

  test('[SY34] another candidature of a decided dossier lives on, the dossier does not change', () => {
    const world = closedWorld()
    const titled = { k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title: 'Autre' } } }
    expect(world.verdict('secretary', 'dossier/dos-1', titled)).toBe('late/dossier-decided')
    expect(world.verdict('secretary', 'dossier/dos-1', candidatureSubmitted(4, 'dos-1'))).toBe('ok')
    expect(world.verdict('anne', 'dossier/dos-1/sheet/can-4/m-anne', mark(4, 'm-anne', 100))).toBe('ok')
    const analysis = {
      k: 'instruction.change@1',
      e: 'instruction/can-1',
      d: { set: { notifiedOn: '2026-12-09' } },
    }
    expect(world.verdict('instructor', 'office/dossier/dos-1', analysis)).toBe('ok')
  })

  test('[SY8] a closing is not taken back, and neither is what came before it', () => {
    const world = closedWorld()
    const { version } = world.store.row('aggregate', 'session/ses-1') ?? { version: 0 }
    const back = { k: 'aggregate.revert@1', e: 'session/ses-1', x: version, d: { toVersion: version - 1 } }
    expect(world.verdict('chair', 'session/ses-1', back)).toBe('late/session-closed')
  })

  test('[SY12] without quorum nothing is decided but that the point is put off', () => {
    const world = openWorld()
    const leaves = (memberId: string) =>
      session('session.move@1', { memberId, kind: 'leaves', at: '09:30', itemId: null })
    expect(world.verdict('secretary', 'session/ses-1', leaves('m-anne'), leaves('m-bruno'))).toBe('ok')
    expect(world.verdict('secretary', point(1), decides(world, 1))).toBe('no-quorum/quorum')
    expect(world.verdict('secretary', point(1), decides(world, 1, 'deferred'))).toBe('conflict/room')
    const present = { ...(outcomeNow(world, 1, 'deferred') as object), presentIds: ['m-chair'] }
    const putOff = session('session.decide@1', { itemId: 'item-1', outcome: present })
    expect(world.verdict('secretary', point(1), putOff)).toBe('ok')
  })

  test('[SY31] a recusal that came meanwhile: the room that the author counted is not the room', () => {
    const world = openWorld()
    const counted = decides(world, 1)
    expect(world.verdict('bruno', 'recusal/m-bruno', recusalDeclared(1, 'm-bruno'))).toBe('ok')
    expect(world.verdict('secretary', point(1), counted)).toBe('conflict/room')
    expect(world.verdict('secretary', point(1), decides(world, 1))).toBe('ok')
    expect(world.verdict('secretary', point(1), decides(world, 1))).toBe('conflict/changed-meanwhile')
  })

  test('[SY31] a vote that names somebody recused, or one voice too many, is refused', () => {
    const world = openWorld()
    const outcome = outcomeNow(world, 1) as { readonly vote: object }
    const vote = (change: object): TestOperation =>
      session('session.decide@1', {
        itemId: 'item-1',
        outcome: { ...outcome, vote: { ...outcome.vote, ...change } },
      })
    expect(world.verdict('secretary', point(1), vote({ against: 1 }))).toBe('conflict/room')
    const named = { 'm-anne': 'for', 'm-bruno': 'for', 'm-chair': 'for' }
    expect(world.verdict('bruno', 'recusal/m-bruno', recusalDeclared(1, 'm-bruno'))).toBe('ok')
    expect(world.verdict('secretary', point(1), vote({ method: 'roll-call', named }))).toBe(
      'recused/recused-voter',
    )
  })

  test('[SY52] money is counted again over the sessions of the call: no envelope is passed, nobody is served twice', () => {
    const world = openWorld()
    const other = (operation: TestOperation): TestOperation => ({ ...operation, e: 'session/ses-2' })
    const ofTwo = 'session/ses-2'
    const planned = world.store.row('aggregate', 'session/ses-1')?.state as Session
    const { callId, date, place, secondConvocation } = planned
    const plan = {
      callId,
      date,
      place,
      secondConvocation,
      convocation: null,
      agenda: [agendaItem(1), agendaItem(2)],
    }
    const opening = ['m-chair', 'm-anne', 'm-bruno'].map(attends).map(other)
    expect(world.verdict('secretary', ofTwo, { k: 'session.plan@1', e: ofTwo, d: plan })).toBe('ok')
    expect(world.verdict('secretary', ofTwo, ...opening, other(opens))).toBe('ok')
    const gives = (number: number, amountCents: number): TestOperation => {
      const outcome = { ...(outcomeNow(world, number) as object), amountCents }
      return session('session.decide@1', { itemId: `item-${number}`, outcome })
    }
    expect(world.verdict('secretary', point(1), gives(1, 10_000_001))).toBe('conflict/envelope')
    expect(world.verdict('secretary', point(1), gives(1, 6_000_000))).toBe('ok')
    const inTwo = (number: number): string => `${ofTwo}/dossier/dos-${number}`
    expect(world.verdict('chair', inTwo(1), other(gives(1, 100)))).toBe('conflict/awarded')
    expect(world.verdict('chair', inTwo(2), other(gives(2, 4_000_001)))).toBe('conflict/envelope')
    expect(world.verdict('chair', inTwo(2), other(gives(2, 4_000_000)))).toBe('ok')
    const amended = { ...(gives(1, 6_000_001).d as object), reason: 'erreur' }
    expect(world.verdict('secretary', point(1), session('session.amend@1', amended))).toBe(
      'conflict/envelope',
    )
    // What was decided stays on the agenda, whoever draws it up.
    const agenda = session('session.change@1', { set: { agenda: [agendaItem(2), agendaItem(3)] } })
    expect(world.verdict('secretary', 'session/ses-1', agenda)).toBe('conflict/changed-meanwhile')
  })

  test('[SY51] a filed sheet locks its grid, whoever filed it and whether or not it was said', () => {
    const world = openWorld()
    const label = { k: 'grid.change@1', e: 'grid/grid-1', d: { set: { label: 'Autre' } } }
    const filed = { k: 'sheet.file@1', e: 'sheet/can-1/m-anne', d: {} }
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))).toBe('ok')
    expect(world.verdict('secretary', 'shared', label)).toBe('ok')
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), filed)).toBe('ok')
    expect(world.verdict('secretary', 'shared', label)).toBe('invalid/locked')
    expect(world.verdict('secretary', 'shared', { k: 'grid.lock@1', e: 'grid/grid-1', d: {} })).toBe('ok')
  })

  test('[SY53] who leads in place of the chair names the chair, the secretariat takes back what it wrote itself', () => {
    const world = openWorld()
    const declared = { ...recusalDeclared(2, 'm-bruno'), ob: 'm-bruno' }
    expect(world.verdict('secretary', 'recusal/m-bruno', declared)).toBe('ok')
    const back = { k: 'aggregate.revert@1', e: 'recusal/can-2/m-bruno', x: 1, d: { toVersion: 0 } }
    expect(world.verdict('bruno', 'recusal/m-bruno', back)).toBe('forbidden/role')
    expect(world.verdict('secretary', 'recusal/m-bruno', back)).toBe('ok')
    const collegial = { k: 'sheet.file@1', e: 'sheet/can-2/collegial', d: {}, ob: 'collegial' }
    expect(world.verdict('chair', 'dossier/dos-2/sheet/can-2/collegial', collegial)).toBe('ok')
    expect(world.verdict('anne', 'dossier/dos-2/sheet/can-2/collegial', collegial)).toBe(
      'forbidden/on-behalf',
    )
  })

  test('[SY1] an agenda says nothing of its points, and a point announced again keeps what was said on it', () => {
    const world = openWorld()
    const debate = session('session.write-debate@1', { itemId: 'item-1', text: 'débat' })
    expect(world.verdict('secretary', point(1), debate)).toBe('ok')
    const announced = {
      id: 'item-1',
      kind: 'candidature',
      candidatureId: 'can-1',
      title: 'Autre titre',
      rapporteurId: null,
    }
    const agenda = (item: object): TestOperation =>
      session('session.change@1', { set: { agenda: [{ ...announced, ...item }] } })
    expect(world.verdict('secretary', 'session/ses-1', agenda({ debate: 'autre' }))).toBe('invalid/said')
    expect(world.verdict('secretary', 'session/ses-1', agenda({}))).toBe('ok')
    expect(world.store.row('aggregate', 'session/ses-1')?.state).toMatchObject({
      agenda: [{ title: 'Autre titre', debate: 'débat' }],
    })
  })
})
