import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { statesOf } from '#tests/operations/support/replica.ts'
import { preparedWorld } from './support/preparedWorld.ts'

test('[UC7] [UC30] [SY51] before the session: every act is accepted, undone and redone, and members file by themselves', async () => {
  const world = await preparedWorld()
  const { ask, memberId, meeting, secretariat } = world
  const { callId, sessionId } = meeting
  const folder = mkdtempSync(join(tmpdir(), 'delibere-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const chair = world.join('u-chair', 'chair', memberId('abgrall'))
  const bourdon = world.join('u-bourdon', 'member', memberId('bourdon'))
  const [one, two, three] = [world.candidature(1), world.candidature(2), world.candidature(3)]
  const path = join(folder, 'demandes.csv')
  writeFileSync(
    path,
    'N°;Demandeur;Projet;Montant demandé\n101;Commune de Réguiny;Projet A;1 000 €\n102;Commune de Lanouée;Projet B;2 000 €',
  )
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    committee: () => ask(secretariat, 'committee.change', { set: { place: 'Locminé' } }),
    member: () =>
      ask(secretariat, 'member.change', { memberId: memberId('floch'), set: { capacity: 'adjointe' } }),
    call: () => ask(secretariat, 'call.change', { callId, set: { awardTerms: { payment: 'en une fois' } } }),
    grid: () => ask(secretariat, 'grid.draft', { from: 'blank', label: 'Une autre' }),
    import: () => ask(secretariat, 'import.run', { callId, path, kind: 'csv', mapping: null }),
    candidature: () =>
      ask(secretariat, 'candidature.change', { candidatureId: one.id, set: { theme: 'eau' } }),
    dossier: () =>
      ask(secretariat, 'dossier.change', { dossierId: one.dossierId, set: { title: 'Autre titre' } }),
    duplicate: () =>
      ask(secretariat, 'candidature.merge', {
        keepId: world.candidature(7).id,
        mergeId: world.candidature(8).id,
      }),
    recusal: () =>
      ask(secretariat, 'recusal.declare', {
        ...{ candidatureId: three.id, memberId: memberId('guillou') },
        ...{ reason: 'lien', legalBasis: '' },
      }),
    sheet: () =>
      ask(secretariat, 'sheet.reopen', {
        candidatureId: two.id,
        evaluatorId: memberId('hamon'),
        reason: 'revoir',
      }),
    session: () => ask(secretariat, 'session.change', { sessionId, set: { sealedMarks: true } }),
    proxy: () =>
      ask(secretariat, 'session.give-proxy', {
        ...{ sessionId, giverId: memberId('inizan'), holderId: memberId('bourdon') },
        date: '2026-05-19',
      }),
    issuer: () => ask(secretariat, 'issuer.change', { set: { town: 'Pontivy', court: { name: 'TA' } } }),
    instruction: () =>
      ask(secretariat, 'instruction.change', { candidatureId: one.id, set: { analysis: 'Solide.' } }),
    scenario: () => ask(secretariat, 'scenario.open', { callId, name: 'Essai', from: { origin: 'ranking' } }),
  }
  for (const [name, act] of Object.entries(acts)) {
    const before = statesOf(secretariat.store)
    await act()
    const after = statesOf(secretariat.store)
    expect([name, after]).not.toEqual([name, before])
    await ask(secretariat, 'act.undo', {})
    expect([name, statesOf(secretariat.store)]).toEqual([name, before])
    await ask(secretariat, 'act.redo', {})
    expect([name, statesOf(secretariat.store)]).toEqual([name, after])
    expect([name, world.refusedSince()]).toEqual([name, []])
  }

  // A member at home: a grid that no sheet locked yet, and he writes nothing but his sheet.
  const { gridId } = await ask(secretariat, 'grid.draft', {
    from: 'shipped',
    key: 'transformation-numerique',
  })
  const call = secretariat.whole.load('call', callId)?.state
  if (call === undefined) throw new Error('no call')
  const { callId: other } = await ask(secretariat, 'call.open', {
    ...{ name: 'Deuxième appel', scheme: '', fiscalYear: 2026, opensOn: null, closesOn: null, gridId },
    rules: call.rules as never,
  })
  const { candidatureId } = await ask(secretariat, 'candidature.add', {
    callId: other,
    applicantName: 'Pluméliau',
    title: 'Un projet',
  })
  world.settle()
  const key = { candidatureId, evaluatorId: memberId('bourdon') }
  bourdon.online(false)
  const { grid } = await ask(bourdon, 'sheet.get', key)
  for (const { code } of grid.sections.flatMap(({ criteria }) => criteria))
    await ask(bourdon, 'sheet.mark', {
      ...{ ...key, criterionCode: code },
      mark: { kind: 'value', hundredths: 300, comment: 'motif' },
    })
  await ask(bourdon, 'sheet.file', key)
  // Meanwhile the grid is still being worked on, here and there.
  const content = { label: grid.label, sections: grid.sections.slice(0, 1) } as never
  const second = world.join('u-second', 'secretariat')
  second.online(false)
  await ask(second, 'grid.change', { gridId, content })
  bourdon.online(true)
  second.online(true)
  expect(world.refusedSince().map(({ user, kinds, verdict }) => [user, kinds, verdict])).toEqual([
    ['u-second', ['grid.change@1'], 'invalid/locked'],
  ])
  world.settle()
  expect(await world.tried(secretariat, 'grid.change', { gridId, content })).toBe('grid.locked')
  expect((await ask(chair, 'grid.list', {})).find(({ id }) => id === gridId)?.status).toBe('locked')
  expect(statesOf(chair.store)).toEqual(statesOf(secretariat.store))
})
