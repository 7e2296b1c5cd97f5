import type { DocumentIdentity } from '#shared/domain/documents/documentIdentity.ts'
import type { ActKind, DocumentKind, DocumentModel } from '#shared/domain/documents/model.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type { Reader } from '../../ports.ts'
import { actModels } from '../actModel.ts'
import { issuedContent } from '../issuedContent.ts'

/** A document that this file holds: what its pages say, and where it belongs. */
export interface KnownDocument {
  readonly document: DocumentKind
  readonly sessionId: string | null
  /** What a true exemplar says; several when it was drawn otherwise in the course of time, the newest first. */
  readonly contents: readonly KnownContent[]
  /** What left of it, the newest first. */
  readonly issues: readonly DocumentIssue[]
}

export interface KnownContent {
  readonly model: DocumentModel
  /** The blob of the export it was kept with; null: drawn from frozen facts. */
  readonly contentDigest: string | null
}

/** Drafts of one act follow one another; nobody keeps more of them apart. */
const mostContents = 30

/**
 * [VF6] What this file knows of a document by its kind and its digest, or the start of it: the content that was kept of each
 * export, and for the act of a closed session what its frozen facts say. null when it knows nothing.
 */
export function knownDocument(
  reader: Reader,
  { kind, factsDigest }: Pick<DocumentIdentity, 'kind' | 'factsDigest'>,
): KnownDocument | null {
  const issues = reader
    .all('document')
    .filter((issue) => issue.document === kind && issue.factsDigest.startsWith(factsDigest))
    .toReversed()
  const session = isAct(kind) ? reader.all('session').find((one) => holds(one, kind, factsDigest)) : undefined
  if (issues.length === 0 && session === undefined) return null
  const kept = new Map<string, KnownContent>()
  for (const issue of issues) {
    const { contentDigest } = issue
    if (contentDigest === null || kept.has(contentDigest) || kept.size >= mostContents) continue
    const content = issuedContent(reader, issue)
    if (content.ok) kept.set(contentDigest, { model: content.value.model, contentDigest })
  }
  return {
    document: kind,
    sessionId: session?.id ?? issues[0]?.sessionId ?? null,
    contents: [...kept.values(), ...actsOf(reader, session, kind, factsDigest)],
    issues,
  }
}

export const isAct = (kind: DocumentKind): kind is ActKind =>
  ['minutes', 'ranking', 'decision-record', 'rectification'].includes(kind)

/** Minutes, ranking and decision record bear the digest of the closing, a rectifying act its own. */
function holds({ closing, rectifications }: Session, kind: ActKind, digest: string): boolean {
  return kind === 'rectification'
    ? rectifications.some((act) => act.factsDigest.startsWith(digest))
    : closing?.factsDigest.startsWith(digest) === true
}

/** Facts that are damaged leave what was kept of the exports to compare with. */
function actsOf(
  reader: Reader,
  session: Session | undefined,
  kind: DocumentKind,
  digest: string,
): readonly KnownContent[] {
  if (session === undefined || !isAct(kind)) return []
  const last = session.rectifications.find((act) => act.factsDigest.startsWith(digest))?.factsDigest ?? null
  const models = actModels(reader, session.id, kind, last)
  return models.ok ? models.value.map((model) => ({ model, contentDigest: null })) : []
}
