import { describe, expect, test } from 'vitest'
import {
  applicant,
  committeeWorld,
  mark,
  openWorld,
  recusalDeclared,
  sheetScope,
  verdictOf,
} from './support/committee.ts'
import type { TestOperation } from './support/device.ts'

describe('receiving', () => {
  test('[SY5] a committee is founded, its session opens, a mark is ordered', () => {
    const world = openWorld()
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))).toBe('ok')
    expect(world.store.row('aggregate', 'sheet/can-1/m-anne')?.state).toEqual({
      candidatureId: 'can-1',
      evaluatorId: 'm-anne',
      gridId: 'grid-1',
      marks: { PERT: { kind: 'value', hundredths: 1500, comment: 'secret-1-m-anne' } },
      status: 'draft',
      countersignedOn: null,
    })
  })

  test('[SY7] what comes twice changes nothing', () => {
    const world = committeeWorld()
    const commit = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)])
    const [entry] = world.receive(commit)
    const before = JSON.stringify([...world.store.scan('aggregate'), ...world.store.scan('log')])
    const g = entry?.kind === 'entry' ? entry.entry.g : -1
    const cid = entry?.kind === 'entry' ? entry.entry.cid : ''
    expect(world.receive(commit)).toEqual([{ kind: 'duplicate', cid, verdict: 'ok', g }])
    expect(JSON.stringify([...world.store.scan('aggregate'), ...world.store.scan('log')])).toBe(before)
  })

  test('[SY7] what comes before its predecessor waits for it, and follows it', () => {
    const world = committeeWorld()
    const commits = [1100, 1200, 1300].map((value) =>
      world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', value)]),
    )
    const [first, second, third] = commits as [
      (typeof commits)[0] & object,
      (typeof commits)[0] & object,
      (typeof commits)[0] & object,
    ]
    expect(world.receive(third)).toEqual([{ kind: 'waiting', dev: 'd-anne', seq: 3, expectedSeq: 1 }])
    expect(world.receive(second)).toEqual([{ kind: 'waiting', dev: 'd-anne', seq: 2, expectedSeq: 1 }])
    expect(world.receive(first).map((output) => output.kind === 'entry' && output.seq)).toEqual([1, 2, 3])
    expect(world.store.row('waiting', 'd-anne')).toBe(null)
    const sheet = world.store.row('aggregate', 'sheet/can-1/m-anne')?.state as unknown as {
      marks: { PERT: { hundredths: number } }
    }
    expect(sheet.marks.PERT.hundredths).toBe(1300)
  })

  test('[SY7] two heads of one chain are a proof, and the device must enrol again', () => {
    const world = committeeWorld()
    const { anne } = world.devices
    const before = anne.head
    const one = anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1100)])
    anne.head = before
    const other = anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1900)])
    expect(verdictOf(world.receive(one))).toBe('ok')
    expect(verdictOf(world.receive(other))).toBe('forked/fork')
    expect(world.store.row('device', 'd-anne')?.standing).toBe('forked')
    anne.head = { device: 'd-anne', seq: 1, headerDigest: one.id }
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1200))).toBe('forked/fork')
    expect([...world.store.scan('commit')].filter(([, { dev }]) => dev === 'd-anne')).toHaveLength(3)
  })

  test('[SY7] what was sealed on a fork is of the fork, however far, in whatever order it comes', () => {
    const world = committeeWorld()
    const { anne } = world.devices
    const signed = (value: number) => anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', value)])
    const before = anne.head
    const one = signed(1100)
    anne.head = before
    const [other, second, third, fourth, fifth] = [1200, 1300, 1400, 1500, 1600].map(signed)
    const verdictsOf = (commit: typeof other) =>
      world.receive(commit as typeof one).map((output) => output.kind === 'entry' && output.entry.verdict)
    expect(verdictsOf(one)).toEqual(['ok'])
    expect(world.receive(third as typeof one)).toEqual([
      { kind: 'waiting', dev: 'd-anne', seq: 3, expectedSeq: 2 },
    ])
    expect(world.receive(fourth as typeof one)).toEqual([
      { kind: 'waiting', dev: 'd-anne', seq: 4, expectedSeq: 2 },
    ])
    expect(verdictsOf(other)).toEqual(['forked'])
    expect(verdictsOf(second)).toEqual(['forked', 'forked', 'forked'])
    expect(verdictsOf(fifth)).toEqual(['forked'])
    expect(world.store.row('waiting', 'd-anne')).toBe(null)
    expect(world.store.row('chain', 'd-anne')?.seq).toBe(1)
  })

  test('[SY9] a sheet has one writer, and a recused one has none', () => {
    const world = committeeWorld()
    expect(world.verdict('bruno', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))).toBe(
      'forbidden/single-writer',
    )
    expect(world.verdict('secretary', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))).toBe(
      'forbidden/on-behalf',
    )
    expect(
      world.verdict('secretary', sheetScope(1, 'm-anne'), { ...mark(1, 'm-anne', 100), ob: 'm-anne' }),
    ).toBe('ok')
    expect(world.verdict('anne', 'recusal/m-anne', recusalDeclared(1, 'm-anne'))).toBe('ok')
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))).toBe('recused/recused')
    expect(
      world.verdict('secretary', sheetScope(1, 'm-anne'), { ...mark(1, 'm-anne', 100), ob: 'm-anne' }),
    ).toBe('recused/recused')
    expect(world.verdict('anne', sheetScope(2, 'm-anne'), mark(2, 'm-anne', 100))).toBe('ok')
  })

  test('[SY11] a guarded field changed meanwhile is a conflict, another field is not', () => {
    const world = committeeWorld()
    const named = (name: string, x: number) => ({
      k: 'dossier.change@1',
      e: 'dossier/dos-1',
      x,
      d: { set: { applicant: applicant(name) } },
    })
    const titled = (title: string, x: number) => ({
      k: 'dossier.change@1',
      e: 'dossier/dos-1',
      x,
      d: { set: { title } },
    })
    expect(world.verdict('secretary', 'dossier/dos-1', named('Vannes', 1))).toBe('ok')
    expect(world.verdict('instructor', 'dossier/dos-1', named('Lorient', 1))).toBe(
      'conflict/changed-meanwhile',
    )
    expect(world.verdict('instructor', 'dossier/dos-1', titled('Titre', 1))).toBe('ok')
    // Its own earlier change is no surprise to a device, whatever version it says it saw.
    expect(world.verdict('secretary', 'dossier/dos-1', named('Auray', 1))).toBe('ok')
    expect(world.verdict('instructor', 'dossier/dos-1', named('Lorient', 4))).toBe('ok')
  })

  test('[SY29] an undo that counted an operation that was refused is a conflict, not another undo', () => {
    const world = committeeWorld()
    const titled = (title: string) => ({ k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title } } })
    const undo = (x: number, toVersion: number) => ({
      k: 'aggregate.revert@1',
      e: 'dossier/dos-1',
      x,
      d: { toVersion },
    })
    const asWriter = (operation: TestOperation): string =>
      world.verdict('secretary', 'dossier/dos-1', operation)
    expect(asWriter(titled('A'))).toBe('ok')
    // On its screen a third version stood, that the authority refused.
    expect(asWriter(undo(3, 2))).toBe('invalid/missing')
    expect(asWriter(undo(3, 1))).toBe('conflict/version')
    expect(asWriter({ ...undo(2, 1), x: 1 })).toBe('conflict/version')
    expect(asWriter(undo(2, 1))).toBe('ok')
    expect(world.store.row('aggregate', 'dossier/dos-1')).toMatchObject({
      version: 3,
      state: { title: 'Dossier 1' },
    })
  })

  test('[SY3][SY10] a recused chair writes nothing of that point, and does not lift his own recusal', () => {
    const world = openWorld()
    const debate = (number: number) => ({
      k: 'session.write-debate@1',
      e: 'session/ses-1',
      d: { itemId: `item-${number}`, text: 'débat' },
    })
    const lift = { k: 'recusal.lift@1', e: 'recusal/can-1/m-chair', d: { reason: 'rien' } }
    expect(
      world.verdict('secretary', 'recusal/m-chair', { ...recusalDeclared(1, 'm-chair'), ob: 'm-chair' }),
    ).toBe('ok')
    expect(world.verdict('chair', 'session/ses-1/dossier/dos-1', debate(1))).toBe('recused/recused')
    expect(world.verdict('chair', 'session/ses-1/dossier/dos-2', debate(2))).toBe('ok')
    expect(world.verdict('secretary', 'session/ses-1/dossier/dos-1', debate(1))).toBe('ok')
    expect(world.verdict('chair', 'recusal/m-chair', lift)).toBe('forbidden/on-behalf')
    expect(world.verdict('secretary', 'recusal/m-chair', lift)).toBe('forbidden/on-behalf')
    expect(world.verdict('secretary', 'recusal/m-chair', { ...lift, ob: 'm-anne' })).toBe(
      'forbidden/on-behalf',
    )
    expect(world.verdict('secretary', 'recusal/m-chair', { ...lift, ob: 'm-chair' })).toBe('ok')
    expect(world.verdict('chair', 'session/ses-1/dossier/dos-1', debate(1))).toBe('ok')
  })
})
