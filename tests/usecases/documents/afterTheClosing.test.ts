import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { HistoryLine } from '#shared/domain/history/historyLine.ts'
import { actModels } from '#shared/usecases/documents/actModel.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { openMeeting, smallCommittee } from '../smallCommittee.ts'
import { act, closedSession, documentedSession, issuer } from './documentedSession.ts'
import { inFile } from './openedBeside.ts'

const newest = (lines: readonly HistoryLine[]): HistoryLine | undefined =>
  spaced(lines.toSorted((a, b) => a.version - b.version).at(-1))

/** No-break spaces are the business of the tests of typography. */
const spaced = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(/[\u00A0\u202F]/gu, ' ')) as T

it('[DM7] the act that follows is recorded after the closing, with dates that follow one another', async () => {
  const open = await smallCommittee()
  const openId = await openMeeting(open)
  expect(await open.refusalOf('session.record-act', { sessionId: openId, act })).toBe('session.not-closed')
  expect(
    await open.refusalOf('session.minutes-step', {
      sessionId: openId,
      step: { to: 'submitted', on: '2026-03-20' },
    }),
  ).toBe('session.not-closed')
  const { get, dispatcher, sessionId } = await closedSession()
  const refused = async (changes: Partial<typeof act>) => {
    const answer = await dispatcher.call('session.record-act', { sessionId, act: { ...act, ...changes } })
    return answer.ok ? 'ok' : spaced(answer.refusal)
  }
  const reason = (text: string) => ({ code: 'input.invalid', details: { reason: text } })
  expect(await refused({ date: '2026-03-11' })).toEqual(reason('l’acte précède la séance du 12 mars 2026'))
  expect(await refused({ transmittedOn: '2026-04-01' })).toEqual(
    reason('la transmission ou la publication précède l’acte du 2 avril 2026'),
  )
  expect(await refused({ publishedOn: '2026-04-01' })).toEqual(
    reason('la transmission ou la publication précède l’acte du 2 avril 2026'),
  )
  expect(await refused({ authority: 'le maire' })).toEqual(
    reason('une délibération est prise par une assemblée ; le maire prend un arrêté ou une décision'),
  )
  expect((await get('document.board', { sessionId })).act).toBeNull()
  expect(await refused({})).toBe('ok')
  expect((await get('document.board', { sessionId })).act).toEqual(act)
  expect((await get('app.state', {})).undo).toBe('Délibération 2026-12')
  await get('act.undo', {})
  expect((await get('document.board', { sessionId })).act).toBeNull()
  await get('act.redo', {})
  expect((await get('document.board', { sessionId })).act).toEqual(act)
  await get('session.record-act', { sessionId, act: null })
  expect((await get('document.board', { sessionId })).act).toBeNull()
  const last = newest(await get('history.of', { entity: `session/${sessionId}` }))
  expect(last).toMatchObject({
    label: 'Retrait de l’acte qui suit la séance',
    changes: [
      {
        field: 'Acte qui suit',
        before:
          'délibération n° 2026-12 du 2 avril 2026, le conseil municipal de Plouvara, transmission le 3 avril 2026, publication le 3 avril 2026',
        after: '—',
      },
    ],
  })
})

it('[VF5] at each step the minutes say where they stand, and the exemplars of the steps before stay true', async () => {
  const committee = await closedSession()
  const { get, sessionId, refusalOf } = committee
  const texts = (): Promise<readonly string[]> =>
    inFile(committee, (file) =>
      valueOf(actModels(file, sessionId, 'minutes')).map((model) => spaced(plainText(model))),
    )
  const step = (to: Parameters<typeof get<'session.minutes-step'>>[1]['step']) =>
    get('session.minutes-step', { sessionId, step: to })

  const path = join(committee.folder, 'projet.docx')
  const { bytes } = await get('document.preview', { sessionId, document: 'minutes', format: 'docx' })
  writeFileSync(path, bytes)
  const [draft, ...others] = await texts()
  expect(others).toEqual([])
  await step({ to: 'submitted', on: '2026-03-20' })
  await step({ to: 'settled', on: '2026-04-16' })
  await step({ to: 'signed', on: '2026-04-17', by: ['Ada Exemple', 'Blaise Exemple'] })
  const [signed, settled, submitted, ...earlier] = await texts()
  expect(earlier).toEqual([draft])
  expect(draft).toContain('reste à arrêter')
  expect(submitted).toContain(
    'Projet de procès-verbal, soumis le 20 mars 2026, qui n’a pas encore été arrêté.',
  )
  expect(submitted).toContain('reste à arrêter')
  expect(settled).toContain('Procès-verbal arrêté le 16 avril 2026.')
  expect(signed).toContain(
    'Procès-verbal arrêté le 16 avril 2026, signé le 17 avril 2026 par Ada Exemple et Blaise Exemple.',
  )
  await step({ to: 'published', on: '2026-04-20', where: 'www.plouvara.example' })
  expect((await texts())[0]).toBe(signed)
  expect(await get('document.verify', { path })).toMatchObject({ verdict: 'conforme', sessionId })
  // A publication stays: neither undone nor stepped back.
  expect((await get('app.state', {})).undo).not.toBe('Procès-verbal publié')
  expect(await refusalOf('session.minutes-step', { sessionId, step: { to: 'back' } })).toBe(
    'minutes.step-order',
  )
  expect((await get('document.board', { sessionId })).minutes).toEqual({
    state: 'published',
    submittedOn: '2026-03-20',
    settledOn: '2026-04-16',
    signedOn: '2026-04-17',
    signedBy: ['Ada Exemple', 'Blaise Exemple'],
    publishedOn: '2026-04-20',
    publishedAt: 'www.plouvara.example',
    // No text asks an advisory committee to publish within a week.
    publicationDueOn: null,
    signatories: ['Ada Exemple', 'Blaise Exemple'],
    remarks: [],
  })
  const last = newest(await get('history.of', { entity: `session/${sessionId}` }))
  expect(last?.changes).toEqual([
    {
      field: 'Suites du procès-verbal',
      before:
        'soumis le 20 mars 2026, arrêté le 16 avril 2026, signé le 17 avril 2026 par Ada Exemple et Blaise Exemple',
      after:
        'soumis le 20 mars 2026, arrêté le 16 avril 2026, signé le 17 avril 2026 par Ada Exemple et Blaise Exemple, publié le 20 avril 2026 (www.plouvara.example)',
    },
  ])
})

it('[UC7] [UC26] the letterhead and an instruction are undone and redone to the byte, and told in words', async () => {
  const { get, refusalOf, candidatureIds } = await documentedSession()
  const [candidatureId] = candidatureIds
  const before = [
    await get('issuer.get', {}),
    (await get('instruction.get', { candidatureId })).instruction,
  ] as const
  expect(before[0]).toEqual({ id: 'issuer', ...issuer })
  await get('issuer.change', { set: { town: 'Ploufragan', agent: { ...agent, name: 'Ève Riou' } } })
  await get('instruction.change', {
    candidatureId,
    set: {
      notifiedOn: '2026-04-09',
      pieceRequests: [{ askedOn: '2026-02-03', deadline: '2026-03-03', pieces: ['RIB'], receivedOn: null }],
      inadmissibility: null,
    },
  })
  const after = [
    await get('issuer.get', {}),
    (await get('instruction.get', { candidatureId })).instruction,
  ] as const
  const told = newest(await get('history.of', { entity: `instruction/${candidatureId}` }))
  expect(told).toMatchObject({
    label: 'Instruction de la candidature n° 1',
    changes: [
      {
        field: 'Pièces demandées',
        before: '—',
        after: 'RIB (demandées le 3 février 2026 pour le 3 mars 2026, attendues)',
      },
      { field: 'Notifiée le', before: '—', after: '9 avril 2026' },
    ],
  })
  const written = newest(await get('history.of', { entity: 'issuer/issuer' }))
  expect(written?.changes).toEqual([
    { field: 'Ville', before: 'Plouvara', after: 'Ploufragan' },
    {
      field: 'Agent chargé des dossiers',
      before: 'Denis Le Gall, chargé de mission, 02 96 00 00 01, numerique@plouvara.example',
      after: 'Ève Riou, chargé de mission, 02 96 00 00 01, numerique@plouvara.example',
    },
  ])
  for (const act of ['act.undo', 'act.undo'] as const) await get(act, {})
  expect([
    await get('issuer.get', {}),
    (await get('instruction.get', { candidatureId })).instruction,
  ]).toEqual(before)
  for (const act of ['act.redo', 'act.redo'] as const) await get(act, {})
  expect([
    await get('issuer.get', {}),
    (await get('instruction.get', { candidatureId })).instruction,
  ]).toEqual(after)
  expect(await refusalOf('instruction.change', { candidatureId: 'absente', set: {} })).toBe('entity.missing')
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

const agent = {
  name: 'Denis Le Gall',
  capacity: 'chargé de mission',
  address: '',
  phone: '02 96 00 00 01',
  email: 'numerique@plouvara.example',
}
