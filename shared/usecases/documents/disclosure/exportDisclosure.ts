import type { DocumentKind, Reading } from '#shared/domain/documents/model.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../../loadOrRefuse.ts'
import type { UseCaseContext } from '../../ports.ts'
import { documentFileName } from '../documentFileName.ts'
import { type DraftRequest, draftOf } from '../draftOf.ts'
import { draftSources } from '../draftSources.ts'
import { type DrawingTools, drawLaidOut, layOutDraft } from '../drawDraft.ts'
import { type IssueToRecord, issueOf, recordIssues } from '../exportDocument.ts'
import { communicableActs } from './communicableDrafts.ts'

export interface DisclosureRequest {
  readonly sessionId: string
  /** Masks that the human lifted, by id. */
  readonly shown: readonly string[]
  readonly folder: string
  /** Local date and hour. */
  readonly madeAt: string
}

/**
 * [DX7] The disclosure pack of a closed session in one new folder: minutes, decision record, ranking and rectifying acts,
 * each whole and communicable, and the list of the masks. A folder has no sub-folder [WF2]: the reading begins the name, so
 * that what is given and what stays are apart in the list. Written and recorded in one act, or nothing at all.
 * Refusals: `entity.missing`, those of the documents and of `communicableDrafts`, of `writeFolder` and of `transact`.
 */
export async function exportDisclosure(
  context: UseCaseContext,
  tools: DrawingTools,
  request: DisclosureRequest,
): Promise<Result<{ folder: string; files: readonly string[] }>> {
  const made = await drawPack(context, tools, request)
  if (!made.ok) return made
  const files = made.value.map(({ name, bytes }) => ({ name, bytes }))
  const written = await tools.press.writeFolder(request.folder, inTurn(files), () => {
    const recorded = recordIssues(
      context,
      'dossier de communication',
      made.value.map(({ issue }) => issue),
    )
    return recorded.ok ? ok(null) : recorded
  })
  return written.ok ? ok({ folder: request.folder, files: files.map(({ name }) => name) }) : written
}

interface PackedDocument {
  readonly name: string
  readonly bytes: Uint8Array
  readonly issue: IssueToRecord
}

async function drawPack(
  context: UseCaseContext,
  tools: DrawingTools,
  { sessionId, shown, madeAt }: DisclosureRequest,
): Promise<Result<readonly PackedDocument[]>> {
  const sources = draftSources(context.file)
  const session = loadOrRefuse(sources.reader, 'session', sessionId)
  if (!session.ok) return session
  const { closing, rectifications } = session.value
  const packed: PackedDocument[] = []
  for (const { document, reading } of contents) {
    if (document === 'rectification' && rectifications.length === 0) continue
    const request: DraftRequest = { sessionId, candidatureId: null, document, reading, madeAt, shown }
    const draft = draftOf(sources, context.digest, request)
    if (!draft.ok) return draft
    const laidOut = await layOutDraft(sources.reader, tools, draft.value)
    if (!laidOut.ok) return laidOut
    const { content, template } = laidOut.value
    const { number, factsDigest } = content.model
    const bytes = await drawLaidOut(tools, laidOut.value, 'pdf')
    const of = document === 'rectification' ? number : (closing?.number ?? number)
    const name = `${readingInName(document, reading)}${documentFileName({ document, format: 'pdf', reading: 'full', of })}`
    const made = { fileName: name, bytes, number, factsDigest, content, template }
    packed.push({ name, bytes, issue: issueOf(context, { ...request, format: 'pdf' }, made) })
  }
  return ok(packed)
}

const contents: readonly { readonly document: DocumentKind; readonly reading: Reading }[] = [
  ...communicableActs.flatMap((document) => [
    { document, reading: 'full' as const },
    { document, reading: 'communicable' as const },
  ]),
  { document: 'disclosure-log', reading: 'full' },
]

/** The list of the masks is of neither reading. */
function readingInName(document: DocumentKind, reading: Reading): string {
  if (document === 'disclosure-log') return ''
  return reading === 'communicable' ? 'Communicable – ' : 'Intégral – '
}

async function* inTurn<T>(files: readonly T[]): AsyncGenerator<T> {
  yield* files
}
