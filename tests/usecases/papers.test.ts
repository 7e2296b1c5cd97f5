import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { hasTool } from '#tests/documents/fixtures/outsideTool.ts'
import { openMeeting, type SmallCommittee, smallCommittee, unanimous } from './smallCommittee.ts'

const textOf = async (bytes: Uint8Array): Promise<string> =>
  ((await readDocument(bytes))?.text ?? '').replaceAll('\u00A0', ' ')

/** Not open yet, an hour announced, Chloé recused on « Molac ». */
async function planned(committee: SmallCommittee): Promise<string> {
  const { get, callId, memberIds, candidatureIds } = committee
  await get('recusal.declare', {
    candidatureId: candidatureIds[1],
    memberId: memberIds[2],
    reason: 'conseillère de Molac',
    legalBasis: '',
  })
  const { sessionId } = await get('session.plan', {
    callId,
    date: '2026-03-12',
    place: 'Mairie de Plouvara',
    convocation: { date: '2026-03-01', author: 'la présidente' },
    secondConvocation: false,
  })
  await get('session.change', { sessionId, set: { startsAt: '14:00' } })
  return sessionId
}

async function closed(committee: SmallCommittee): Promise<string> {
  const { get } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  for (const { id } of session.agenda)
    await get('session.decide', {
      sessionId,
      proposal: {
        ...unanimous(id, 0),
        opinion: 'deferred' as const,
        amountCents: null,
        rationale: { legal: '', factual: 'Pièces attendues' },
        vote: null,
      },
    })
  await get('session.change', { sessionId, set: { discussion: 'Le règlement est rappelé.' } })
  await close(committee, sessionId)
  return sessionId
}

async function close({ get }: SmallCommittee, sessionId: string): Promise<void> {
  for (const { code, level, state } of (await get('session.get', { sessionId })).closingChecks)
    if (level === 'explain' && state === 'open')
      await get('session.explain', { sessionId, check: code, text: 'La séance est un essai.' })
  await get('session.close', { sessionId, at: '16:00' })
}

it('[PA1] a session to come has its convocation, its attendance sheet and its mark sheets', async () => {
  const committee = await smallCommittee()
  const sessionId = await planned(committee)
  // A paper bears the minute of its making.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const make = (
    document: 'convocation' | 'attendance-sheet' | 'mark-sheets',
    format: 'pdf' | 'docx' = 'pdf',
  ) => committee.get('document.preview', { sessionId, document, format })
  for (const document of ['convocation', 'attendance-sheet', 'mark-sheets'] as const) {
    const [pdf, docx, again] = [await make(document), await make(document, 'docx'), await make(document)]
    expect(again).toEqual(pdf)
    const flat = (text: string): string => text.replaceAll(/\s/gu, '')
    expect(flat(await textOf(docx.bytes))).toBe(flat(await textOf(pdf.bytes)))
  }
  const sheets = await textOf((await make('mark-sheets')).bytes)
  const own = sheets.slice(sheets.indexOf('Fiche de notes · Chloé'))
  expect(own).toContain('Berric')
  expect(own).not.toContain('Molac')
  for (const document of ['convocation', 'attendance-sheet', 'mark-sheets'] as const)
    expect(await textOf((await make(document)).bytes)).not.toContain('conseillère de Molac')
})

it('[PA1] [VF4] a paper that left is known to the byte, changed it is told so', async () => {
  const committee = await smallCommittee()
  const { get, folder } = committee
  const sessionId = await planned(committee)
  const path = join(folder, 'convocation.pdf')
  await get('document.export', { sessionId, document: 'convocation', format: 'pdf', path })
  expect(await get('document.verify', { path })).toMatchObject({ verdict: 'conforme', sessionId })
  const changed = join(folder, 'changee.pdf')
  writeFileSync(changed, Buffer.concat([readFileSync(path), Buffer.from('\n% ajout\n')]))
  expect(await get('document.verify', { path: changed })).toMatchObject({ verdict: 'modifié', sessionId })
})

it('[PA1] what a session has not yet is refused by name', async () => {
  const committee = await smallCommittee()
  const sessionId = await planned(committee)
  const refusalOf = (document: 'minutes' | 'rectification' | 'expenses' | 'attendance-certificates') =>
    committee.refusalOf('document.preview', { sessionId, document, format: 'pdf' })
  expect(await refusalOf('minutes')).toBe('session.not-closed')
  expect(await refusalOf('rectification')).toBe('session.not-closed')
  expect(await refusalOf('expenses')).toBe('document.missing-items')
  expect(await refusalOf('attendance-certificates')).toBe('document.missing-items')
})

it('[RC1] [VF2] a rectifying act is made from what it froze, and is known again after the next one', async () => {
  const committee = await smallCommittee()
  const { get, folder } = committee
  const sessionId = await closed(committee)
  const rectify = (text: string) =>
    get('session.rectify', {
      sessionId,
      date: '2026-03-20',
      rectification: { itemId: null, reason: 'nom mal écrit', text, corrected: null },
    })
  await rectify('Lire « Elvenn ».')
  const preview = (format: 'pdf' | 'docx') =>
    get('document.preview', { sessionId, document: 'rectification', format })
  const first = await preview('docx')
  expect(await textOf(first.bytes)).toContain('Lire « Elvenn ».')
  await rectify('Lire « Elven ».')
  const both = await textOf((await preview('pdf')).bytes)
  expect(both).toContain('Lire « Elvenn ».')
  expect(both).toContain('Lire « Elven ».')
  // Never exported: it is made again up to its own act, whatever came after.
  const path = join(folder, 'rectificatif.docx')
  writeFileSync(path, first.bytes)
  expect(await get('document.verify', { path })).toMatchObject({ verdict: 'conforme', sessionId })
})

describe.runIf(hasTool('soffice'))('[UC12] [VF3] a PDF that an office suite made of our Word file', () => {
  it('is « conforme » when its text is that of the act', { timeout: 120_000 }, async () => {
    const committee = await smallCommittee()
    const { get, folder } = committee
    const sessionId = await closed(committee)
    const word = join(folder, 'pv.docx')
    await get('document.export', { sessionId, document: 'minutes', format: 'docx', path: word })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, word])
    expect(await get('document.verify', { path: join(folder, 'pv.pdf') })).toMatchObject({
      verdict: 'conforme',
      sentence: expect.stringContaining('Un autre logiciel en a fait la mise en page.'),
      sessionId,
      differences: [],
    })
  })
})

it('[UC4] the minutes say which point was corrected before the closing, not one whose correction was taken back', async () => {
  const committee = await smallCommittee()
  const { get } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const [first, second] = session.agenda.map(({ id }) => id) as [string, string]
  const deferred = (itemId: string, factual: string) => ({
    ...unanimous(itemId, 0),
    opinion: 'deferred' as const,
    amountCents: null,
    rationale: { legal: '', factual },
    vote: null,
  })
  for (const { id } of session.agenda)
    await get('session.decide', { sessionId, proposal: deferred(id, 'Pièces attendues') })
  await get('session.amend', { sessionId, proposal: deferred(first, 'Devis attendu'), reason: 'précision' })
  await get('session.amend', { sessionId, proposal: deferred(second, 'Erreur'), reason: 'précision' })
  await get('act.undo', {})
  await get('session.change', { sessionId, set: { discussion: 'Le règlement est rappelé.' } })
  await close(committee, sessionId)
  const { bytes } = await get('document.preview', { sessionId, document: 'minutes', format: 'pdf' })
  const text = await textOf(bytes)
  expect(text.match(/corrigé avant la clôture/gu)).toHaveLength(1)
  expect(text.indexOf('corrigé avant la clôture')).toBeLessThan(text.indexOf('2. Dossier'))
})
