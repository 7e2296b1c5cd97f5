import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BoardLine } from '#shared/domain/documents/documentBoard.ts'
import { openMeeting, smallCommittee } from '../smallCommittee.ts'
import { closedSession, documentedSession, instruction } from './documentedSession.ts'

const missingIn = (lines: readonly BoardLine[]): { [K in BoardLine['document']]?: readonly string[] } =>
  Object.fromEntries(lines.map(({ document, missing }) => [document, missing]))

it('[DM6] before the closing the board offers the papers and says what each act waits for', async () => {
  const committee = await smallCommittee()
  const { get } = committee
  const sessionId = await openMeeting(committee)
  const board = await get('document.board', { sessionId })
  const closing = ['la clôture de la séance']
  expect(missingIn(board.documents)).toEqual({
    convocation: [],
    'attendance-sheet': [],
    'mark-sheets': [],
    minutes: closing,
    ranking: closing,
    'decision-record': closing,
    rectification: closing,
    resolution: closing,
    'closing-leaf': closing,
    'examined-list': closing,
    expenses: ['les déplacements des membres présents'],
    'attendance-certificates': [],
    'disclosure-log': closing,
  })
  expect({ ...board, documents: [] }).toEqual({
    sessionId,
    date: '2026-03-12',
    status: 'open',
    number: null,
    minutes: {
      state: 'draft',
      submittedOn: null,
      settledOn: null,
      signedOn: null,
      signedBy: [],
      publishedOn: null,
      publishedAt: '',
      publicationDueOn: null,
      signatories: ['Ada Exemple', 'Blaise Exemple'],
      remarks: [],
    },
    act: null,
    documents: [],
    candidatures: [],
  })
})

it('[DM6] what a board names as missing is what the document refuses for, and nothing once it is written', async () => {
  const bare = await closedSession()
  const before = await bare.get('document.board', { sessionId: bare.sessionId })
  const [berric, , elven] = before.candidatures
  expect(berric).toMatchObject({
    number: 1,
    applicant: 'Commune de Berric',
    opinion: 'favourable',
    amountCents: 1_000_000,
    letter: 'letter-award',
    agreement: { level: 'not-required' },
  })
  expect(elven?.documents.map(({ document }) => document)).toEqual(['letter-refusal', 'report'])
  for (const { candidatureId, documents } of before.candidatures) {
    for (const { document, missing } of documents) {
      expect(missing).not.toEqual([])
      const request = { sessionId: bare.sessionId, candidatureId, document, format: 'pdf' } as const
      expect(await bare.dispatcher.call('document.preview', request)).toMatchObject({
        refusal: { code: 'document.missing-items', details: { items: missing } },
      })
    }
  }
  const { get, sessionId } = await documentedSession()
  const after = await get('document.board', { sessionId })
  for (const { documents, letter } of after.candidatures) {
    expect(missingIn(documents)).toMatchObject({ [letter ?? '']: [], report: [] })
  }
})

it('[CL1] the session of a commission has no closing leaf on its board', async () => {
  const { get, sessionId } = await documentedSession()
  const { documents } = await get('document.board', { sessionId })
  const kinds = documents.map(({ document }) => document)
  expect([kinds.includes('closing-leaf'), kinds.includes('examined-list')]).toEqual([false, true])
})

it('[DM6] what left is on its line, oldest first, and stays on the candidature once its case has changed', async () => {
  const { get, folder, sessionId, candidatureIds } = await documentedSession()
  const [candidatureId] = candidatureIds
  const letter = { sessionId, candidatureId, document: 'letter-award' as const }
  const pdf = await get('document.export', { ...letter, format: 'pdf', path: join(folder, 'a.pdf') })
  const word = await get('document.export', { ...letter, format: 'docx', path: join(folder, 'a.docx') })
  await get('document.export', { sessionId, document: 'ranking', format: 'csv', path: join(folder, 'a.csv') })
  const { documents, candidatures } = await get('document.board', { sessionId })
  const idsOf = (lines: readonly BoardLine[], wanted: string) =>
    lines.find(({ document }) => document === wanted)?.issues.map(({ id }) => id)
  expect(idsOf(candidatures[0]?.documents ?? [], 'letter-award')).toEqual([pdf.issueId, word.issueId])
  expect(documents.find(({ document }) => document === 'ranking')?.issues).toMatchObject([
    { format: 'csv', number: 'PV-2026-001', isKept: true, template: null, returned: [] },
  ])
  await get('session.rectify', {
    sessionId,
    date: '2026-04-10',
    rectification: {
      itemId: (await get('session.get', { sessionId })).session.agenda[0]?.id ?? '',
      reason: 'erreur sur le montant',
      text: 'Lire « 8 000 € ».',
      corrected: {
        opinion: 'favourable',
        amountCents: 800_000,
        conditions: '',
        rationale: { legal: 'Article 3', factual: 'Plafond' },
      },
    },
  })
  const own = await get('document.of-candidature', { candidatureId })
  expect(idsOf(own.documents, 'letter-award')).toEqual([pdf.issueId, word.issueId])
  expect(own.documents.map(({ document }) => document)).toContain('letter-partial-award')
  const [line] = (await get('document.board', { sessionId })).candidatures
  expect(line).toMatchObject({ amountCents: 800_000, letter: 'letter-partial-award' })
})

it('[DM6] a candidature has its receipt and its report before any session, and asks for what they lack', async () => {
  const { get, candidatureIds } = await smallCommittee()
  const [candidatureId] = candidatureIds
  const bare = await get('document.of-candidature', { candidatureId })
  expect(bare.documents.map(({ document }) => document)).toEqual([
    'letter-acknowledgement',
    'letter-incomplete',
    'report',
  ])
  await get('instruction.change', { candidatureId, set: instruction('Berric') })
  const { documents } = await get('document.of-candidature', { candidatureId })
  expect(missingIn(documents).report).toEqual(['le nom de l’agent chargé du dossier'])
})
