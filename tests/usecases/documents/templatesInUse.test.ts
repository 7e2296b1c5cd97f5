import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { readPdf } from '#main/adapters/documents/reading/readPdf.ts'
import { readFooter } from '#shared/domain/documents/readFooter.ts'
import { type DocumentedSession, documentedSession } from './documentedSession.ts'

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const wordsOf = async (path: string): Promise<string> =>
  ((await readDocument(new Uint8Array(readFileSync(path))))?.text ?? '').replaceAll(/\s+/gu, ' ')

/** Puts to use the template of the program as a Word file of the committee. */
async function adopt(
  { get, folder }: DocumentedSession,
  document: 'letter-award' | 'letterhead',
  source: 'letter-award' | 'letterhead' = document,
): Promise<void> {
  const path = join(folder, `modele-${document}-${source}.docx`)
  await get('template.save', { document: source, templateId: null, version: null, path })
  expect((await get('template.add', { path, document, name: `Modèle ${document}` })).problems).toEqual([])
}

it('[DM2] [DM4] a letter made with the committee’s Word template is drawn again as it left, whatever the template became', {
  timeout: 60_000,
}, async () => {
  const committee = await documentedSession()
  const { get, folder, sessionId, candidatureIds } = committee
  const [candidatureId] = candidatureIds
  await adopt(committee, 'letter-award')
  const letter = { sessionId, candidatureId, document: 'letter-award' as const }
  const pdf = await get('document.export', { ...letter, format: 'pdf', path: join(folder, 'lettre.pdf') })
  const word = await get('document.export', { ...letter, format: 'docx', path: join(folder, 'lettre.docx') })
  const { candidatures } = await get('document.board', { sessionId })
  const issues = candidatures[0]?.documents.find(({ document }) => document === 'letter-award')?.issues
  expect(issues?.map(({ template, isKept }) => ({ template, isKept }))).toEqual([
    { template: 'Modèle letter-award', isKept: true },
    { template: 'Modèle letter-award', isKept: true },
  ])
  // The PDF says what the filled Word file says.
  expect(await wordsOf(pdf.path)).toContain('Hélène Morvan')
  expect(await wordsOf(word.path)).toContain('Hélène Morvan')

  await adopt(committee, 'letter-award', 'letterhead')
  const [line] = await get('template.list', {})
  await get('template.use', { templateId: line?.id ?? '', version: null })
  await get('issuer.change', { set: { name: 'Commune nouvelle' } })
  await get('instruction.change', { candidatureId, set: { award: { ...awardChanged } } })
  for (const { issueId, path } of [pdf, word]) {
    const again = await get('document.again', { issueId, path: `${path}.de-nouveau` })
    expect(digestOf(again.path)).toBe(digestOf(path))
  }
})

const awardChanged = {
  nature: null,
  payment: 'autrement',
  piecesToReturn: [],
  lapsesOn: null,
  obligations: [],
  budgetLine: '',
  reduction: { legal: '', factual: '' },
} as const

it('[DM2] a letter on the letterhead names its sender once above the address', async () => {
  const committee = await documentedSession()
  const { get, folder, sessionId, candidatureIds } = committee
  const [candidatureId] = candidatureIds
  const sendersIn = async (name: string): Promise<number> => {
    const path = join(folder, name)
    await get('document.export', { sessionId, candidatureId, document: 'letter-award', format: 'docx', path })
    const [above = ''] = (await wordsOf(path)).split('Hélène Morvan')
    return above.split('Commune de Plouvara').length - 1
  }
  expect(await sendersIn('sans.docx')).toBe(1)
  await adopt(committee, 'letterhead')
  expect(await sendersIn('avec.docx')).toBe(1)
})

it('[DM2] a letterhead dresses every document that has no template of its own, papers and acts alike', {
  timeout: 60_000,
}, async () => {
  const committee = await documentedSession()
  const { get, folder, sessionId } = committee
  const documents = ['minutes', 'convocation', 'attendance-sheet', 'resolution', 'disclosure-log'] as const
  const plain = new Map<string, string>()
  for (const document of documents) {
    const path = join(folder, `${document}.pdf`)
    await get('document.export', { sessionId, document, format: 'pdf', path })
    plain.set(document, await wordsOf(path))
  }
  await adopt(committee, 'letterhead')
  for (const document of documents) {
    const path = join(folder, `${document}-en-tete.docx`)
    await get('document.export', { sessionId, document, format: 'docx', path })
    const dressed = await wordsOf(path)
    expect(dressed).toContain('Commune de Plouvara')
    expect(dressed).toContain(plain.get(document)?.slice(-60, -20))
    const pdf = join(folder, `${document}-en-tete.pdf`)
    await get('document.export', { sessionId, document, format: 'pdf', path: pdf })
    expect(await get('document.verify', { path: pdf })).toMatchObject({ verdict: 'conforme' })
  }
})

it('[TM6] the foot names the template of the committee and its version, and still says the kind', async () => {
  const committee = await documentedSession()
  const { get, folder, sessionId, candidatureIds } = committee
  const letter = {
    sessionId,
    candidatureId: candidatureIds[0],
    document: 'letter-award',
    format: 'pdf',
  } as const
  const footOf = async (name: string): Promise<string> => {
    const { path } = await get('document.export', { ...letter, path: join(folder, name) })
    const furniture = (await readPdf(new Uint8Array(readFileSync(path))))?.furniture ?? ''
    expect(readFooter(furniture)?.kind).toBe('letter-award')
    return furniture.replaceAll(/\s+/gu, ' ')
  }
  expect(await footOf('programme.pdf')).toMatch(/modèle attribution-1 Page/u)
  await adopt(committee, 'letterhead')
  expect(await footOf('en-tete.pdf')).toContain('modèle attribution-1, « Modèle letterhead » v1')
})
