import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { documentPress } from '#main/composition/documentPress.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type { DrawingTools } from '#shared/usecases/documents/drawDraft.ts'
import { issueAgain } from '#shared/usecases/documents/issueAgain.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { secretary, tickingClock, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { passphrase } from '../smallCommittee.ts'
import { closedSession, type DocumentedSession, documentedSession } from './documentedSession.ts'
import { inFile } from './openedBeside.ts'

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

type Request = Omit<InputOf<'document.export'>, 'path'>

/** One of each way a document is made: from frozen facts, from what follows them, of a candidature, of what is keyed. */
const requests = ({ sessionId, candidatureIds }: DocumentedSession): readonly Request[] => {
  const [berric, molac, elven] = candidatureIds
  const both = ['pdf', 'docx'] as const
  return [
    ...both.map((format) => ({ sessionId, document: 'minutes' as const, format })),
    ...both.map((format) => ({ sessionId, document: 'resolution' as const, format })),
    ...both.map((format) => ({ sessionId, document: 'attendance-sheet' as const, format })),
    ...both.map((format) => ({
      sessionId,
      candidatureId: berric,
      document: 'letter-award' as const,
      format,
    })),
    { sessionId, candidatureId: molac, document: 'report', format: 'pdf' },
    { sessionId: null, candidatureId: elven, document: 'letter-acknowledgement', format: 'docx' },
    { sessionId, document: 'decision-record', format: 'pdf', reading: 'communicable' },
    { sessionId, document: 'ranking', format: 'csv' },
  ]
}

/** What the file holds of the documents that left, oldest first. */
const issuesOf = (committee: DocumentedSession): Promise<readonly DocumentIssue[]> =>
  inFile(committee, (file) => {
    expect(file.doctor().verdict).toBe('conforme')
    return file.all('document').toSorted((a, b) => (a.id < b.id ? -1 : 1))
  })

it('[DM3] what leaves is recorded with its digest and what it was drawn from, once for PDF and Word, and is not undone', async () => {
  const committee = await documentedSession()
  const { get, refusalOf, folder, sessionId, candidatureIds } = committee
  const [candidatureId] = candidatureIds
  const letter = { sessionId, candidatureId, document: 'letter-award' as const }
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 3, 7, 10, 30) })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const pdf = await get('document.export', { ...letter, format: 'pdf', path: join(folder, 'a.pdf') })
  await get('document.export', { ...letter, format: 'docx', path: join(folder, 'a.docx') })
  const issues = await issuesOf(committee)
  const [first, second] = ['pdf', 'docx'].map((format) => issues.find((issue) => issue.format === format))
  expect(first).toEqual({
    id: pdf.issueId,
    sessionId,
    candidatureId,
    document: 'letter-award',
    reading: 'full',
    format: 'pdf',
    number: 'Lettre 2026-0001 · attribution',
    sha256: digestOf(pdf.path),
    factsDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    contentDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    pictureDigests: [],
    madeAt: '2026-04-07T10:30',
    template: null,
    returned: [],
  })
  expect(second).toMatchObject({
    format: 'docx',
    sha256: digestOf(join(folder, 'a.docx')),
    contentDigest: first?.contentDigest,
  })
  expect((await get('app.state', {})).undo).not.toMatch(/^Export/)
  expect(
    await refusalOf('document.export', { ...letter, format: 'pdf', path: join(folder, 'absent', 'a.pdf') }),
  ).toBe('file.missing')
  expect(await issuesOf(committee)).toHaveLength(2)
})

it('[DM4] what left is drawn again to the same bytes from what was kept alone, whatever was changed since', {
  timeout: 60_000,
}, async () => {
  const committee = await documentedSession()
  const { get, folder, sessionId, candidatureIds } = committee
  const left: { readonly issueId: string; readonly path: string }[] = []
  for (const [index, request] of requests(committee).entries())
    left.push(
      await get('document.export', { ...request, path: join(folder, `avant-${index}.${request.format}`) }),
    )
  await get('issuer.change', { set: { name: 'Commune nouvelle', signatory: { name: 'X', capacity: 'Y' } } })
  for (const candidatureId of candidatureIds) {
    await get('instruction.change', { candidatureId, set: { strengths: 'Autre chose', receivedOn: null } })
    const { candidature } = await get('candidature.get', { candidatureId })
    await get('dossier.change', { dossierId: candidature.dossierId, set: { title: 'Titre changé' } })
  }
  await get('session.record-act', { sessionId, act: null })
  await get('session.minutes-step', { sessionId, step: { to: 'submitted', on: '2026-03-20' } })
  await get('file.close', {})
  await get('file.open', {
    path: committee.path,
    secret: { kind: 'passphrase', text: passphrase },
    remember: false,
  })
  for (const { issueId, path } of left) {
    const again = await get('document.again', { issueId, path: `${path}.de-nouveau` })
    expect(digestOf(again.path)).toBe(digestOf(path))
  }
  expect(await issuesOf(committee)).toHaveLength(left.length)
})

it('[DM4] what a later program draws otherwise is one more export of the same content, and the first stays known', async () => {
  const committee = await documentedSession()
  const { get, folder, sessionId } = committee
  const path = join(folder, 'pv.pdf')
  const { issueId } = await get('document.export', { sessionId, document: 'minutes', format: 'pdf', path })
  const [first] = await issuesOf(committee)
  const later = new TextEncoder().encode('les octets d’une version suivante')
  const written = new Map<string, Uint8Array>()
  const tools: DrawingTools = {
    templates: templateEngine(),
    press: {
      ...documentPress(''),
      render: async () => later,
      renderForSigning: async () => later,
      write: async (to, bytes) => {
        written.set(to, bytes)
        return ok(null)
      },
    },
  }
  const issues = await inFile(committee, async (file) => {
    const context: UseCaseContext = {
      file,
      actor: secretary,
      clock: tickingClock(),
      randomness: nodeCrypto,
      digest: { sha256Hex: (content) => createHash('sha256').update(content).digest('hex') },
    }
    const again = (path: string, mayRecord: Result<null>) =>
      issueAgain(context, tools, { issueId, path }, () => mayRecord)
    const notAllowed = refuse('account.not-allowed')
    expect(await again('zéro.pdf', notAllowed)).toEqual(notAllowed)
    expect(file.all('document')).toHaveLength(1)
    for (const name of ['un.pdf', 'deux.pdf']) valueOf(await again(name, ok(null)))
    // Known by now: there is nothing to record.
    valueOf(await again('trois.pdf', notAllowed))
    return file.all('document')
  })
  expect([...written]).toEqual([
    ['un.pdf', later],
    ['deux.pdf', later],
    ['trois.pdf', later],
  ])
  const sha256 = createHash('sha256').update(later).digest('hex')
  expect(issues).toHaveLength(2)
  expect(issues).toContainEqual(first)
  expect(issues).toContainEqual({ ...first, id: expect.any(String), sha256 })
  expect(await get('document.verify', { path })).toMatchObject({ verdict: 'conforme', sessionId })
})

it('[DM5] the PDF for the parapheur is one more exemplar, drawn again with its places of signature', async () => {
  const committee = await documentedSession()
  const { get, refusalOf, folder, sessionId } = committee
  const minutes = { sessionId, document: 'minutes' as const, format: 'pdf' as const }
  const plain = await get('document.export', { ...minutes, path: join(folder, 'pv.pdf') })
  const path = join(folder, 'pv à signer.pdf')
  const prepared = await get('document.prepare-signing', { ...minutes, path })
  expect(digestOf(path)).not.toBe(digestOf(plain.path))
  const again = await get('document.again', { issueId: prepared.issueId, path: join(folder, 'encore.pdf') })
  expect(digestOf(again.path)).toBe(digestOf(path))
  const [first, second] = await issuesOf(committee)
  expect(second?.contentDigest).toBe(first?.contentDigest)
  const refused = (request: Request) =>
    refusalOf('document.prepare-signing', { ...request, path: join(folder, 'refus.pdf') })
  expect(await refused({ ...minutes, format: 'docx' })).toBe('input.invalid')
  expect(await refused({ sessionId, document: 'ranking', format: 'pdf' })).toBe('document.not-for-this')
})

it('[DM1] a document asks for the session or the candidature that it is of, and refuses what it has no sense for', async () => {
  const { refusalOf, sessionId, candidatureIds } = await closedSession()
  const [berric, , elven] = candidatureIds
  const asked = (request: Request) => refusalOf('document.preview', request)
  expect([
    await asked({ sessionId: null, document: 'minutes', format: 'pdf' }),
    await asked({ sessionId, document: 'letter-award', format: 'pdf' }),
    await asked({ sessionId, document: 'minutes', format: 'csv' }),
    await asked({ sessionId, candidatureId: 'absente', document: 'report', format: 'pdf' }),
    await asked({ sessionId, candidatureId: elven, document: 'letter-award', format: 'pdf' }),
    await asked({ sessionId, candidatureId: berric, document: 'letter-award', format: 'pdf' }),
    await asked({ sessionId, document: 'attendance-sheet', format: 'pdf', reading: 'communicable' }),
    await asked({ sessionId, document: 'ranking', format: 'csv', reading: 'communicable' }),
    await asked({ sessionId, document: 'minutes', format: 'pdf', reading: 'communicable' }),
  ]).toEqual([
    'input.invalid',
    'input.invalid',
    'input.invalid',
    'entity.missing',
    'document.not-for-this',
    'document.missing-items',
    'document.not-for-this',
    'document.not-for-this',
    'ok',
  ])
})
