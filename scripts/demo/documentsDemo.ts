import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf } from '#shared/contract/contract.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { Ask } from './asking.ts'
import { askForPieces, councilStory } from './councilStory.ts'
import type { StepTeller } from './stepTeller.ts'

type DocumentKind = InputOf<'document.export'>['document']

/** Removes what an earlier run left, and only that. */
export function startDocumentsAfresh(folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true })
  mkdirSync(folder, { recursive: true })
}

/** One of each document of the committee that advises, in PDF and in Word, and every letter of its session in one go. */
export async function adviceDocuments(
  ask: Ask,
  steps: StepTeller,
  { folder, sessionId }: { readonly folder: string; readonly sessionId: string },
): Promise<void> {
  const { candidatures } = await ask('document.board', { sessionId })
  const idOf = (number: number): string =>
    candidatures.find((line) => line.number === number)?.candidatureId ?? ''
  const itemId = (await ask('session.get', { sessionId })).session.agenda[0]?.id ?? null
  await ask('session.rectify', {
    sessionId,
    date: '2026-03-20',
    rectification: {
      reason: 'erreur matérielle dans la teneur des discussions',
      itemId,
      corrected: null,
      text: 'Au premier point, lire « trois communes » au lieu de « deux communes ».',
    },
  })
  for (const document of ofSession) await write(ask, steps, folder, { sessionId, document })
  for (const [document, number] of ofCandidature)
    await write(ask, steps, folder, { sessionId, candidatureId: idOf(number), document })
  steps.begin('Toutes les lettres de la séance')
  const batch = await ask('document.batch', {
    sessionId,
    what: 'letters',
    format: 'pdf',
    candidatureIds: null,
    folder: join(folder, 'lettres'),
  })
  steps.note(`${batch.written} écrites, ${batch.left.length} laissées de côté`)
  steps.begin('Exemplaires intégral et communicable')
  await ask('disclosure.export', { sessionId, shown: [], folder: join(folder, 'communication') })
  steps.begin('Modèle de la lettre d’attribution, à ouvrir dans Word')
  await ask('template.save', {
    document: 'letter-award',
    templateId: null,
    version: null,
    path: join(folder, 'modele-letter-award.docx'),
  })
}

/** What only a council that decides writes: resolution, register, and letters to associations. */
export async function councilDocuments(
  ask: Ask,
  steps: StepTeller,
  { folder, passphrase }: { readonly folder: string; readonly passphrase: string },
): Promise<void> {
  steps.begin('Un conseil municipal délibère')
  const path = join(folder, 'conseil-exemple.delibere')
  const { sessionId, associationId, inadmissibleId, incompleteId } = await councilStory(ask, path, passphrase)
  for (const document of ofCouncil) await write(ask, steps, folder, { sessionId, document })
  await write(ask, steps, folder, { sessionId, candidatureId: associationId, document: 'agreement' })
  const writeLetter = async (candidatureId: string, document: DocumentKind): Promise<void> =>
    await write(ask, steps, folder, { sessionId: null, candidatureId, document })
  await writeLetter(incompleteId, 'letter-acknowledgement')
  await askForPieces(ask, incompleteId)
  await writeLetter(incompleteId, 'letter-incomplete')
  await writeLetter(inadmissibleId, 'letter-inadmissible')
}

const ofSession = [
  'convocation',
  'attendance-sheet',
  'mark-sheets',
  'minutes',
  'ranking',
  'decision-record',
  'rectification',
  'expenses',
  'attendance-certificates',
] as const satisfies readonly DocumentKind[]

/** By the number of a candidature of the example that is in that case. */
const ofCandidature = [
  ['report', 19],
  ['letter-award', 2],
  ['letter-partial-award', 15],
  ['letter-waiting-list', 9],
  ['letter-refusal', 6],
  ['award-order', 2],
] as const satisfies readonly (readonly [DocumentKind, number])[]

const ofCouncil = ['resolution', 'closing-leaf', 'examined-list'] as const satisfies readonly DocumentKind[]

/** In both formats, each verified as soon as it is written. */
async function write(
  ask: Ask,
  steps: StepTeller,
  folder: string,
  request: Omit<InputOf<'document.export'>, 'format' | 'path'>,
): Promise<void> {
  steps.begin(documentNames[request.document])
  for (const format of ['pdf', 'docx'] as const) {
    const path = join(folder, `${request.document}.${format}`)
    await ask('document.export', { ...request, format, path })
    const { verdict, sentence } = await ask('document.verify', { path })
    if (verdict !== 'conforme') throw new Error(`${path}: ${sentence}`)
  }
  steps.note('conforme')
}
