import type { BoardLine, IssueLine } from '#shared/domain/documents/documentBoard.ts'
import type { DocumentKind } from '#shared/domain/documents/model.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type { Reader } from '../ports.ts'
import { templateStates } from './templateInUse.ts'

/**
 * A line of a board, from trying to draft it. Null when the document has no sense there and none left. Refusals: those of
 * the draft that tell of the file, not of the document.
 */
export function boardLine<K extends DocumentKind>(
  document: K,
  draft: Result<unknown>,
  issues: readonly IssueLine[],
): Result<(BoardLine & { readonly document: K }) | null> {
  if (draft.ok) return ok({ document, missing: [], issues })
  const { code, details } = draft.refusal
  const { items } = details
  switch (code) {
    case 'document.missing-items':
    case 'template.missing-values':
      return ok({ document, missing: Array.isArray(items) ? items : [], issues })
    case 'session.not-closed':
      return ok({ document, missing: ['la clôture de la séance'], issues })
    case 'document.not-for-this':
      return ok(issues.length === 0 ? null : { document, missing: [], issues })
    default:
      return draft
  }
}

/** What left, by what it is of and its kind, oldest first; read once for a whole board. */
export function issueLines(
  reader: Reader,
): (of: {
  readonly sessionId?: string
  readonly candidatureId: string | null
  readonly document: DocumentKind
}) => readonly IssueLine[] {
  const names = new Map<string, string | null>()
  // A template whose adding was undone keeps its name on what left with it.
  const nameOf = (id: string): string | null => {
    if (!names.has(id)) names.set(id, templateStates(reader, id)[0]?.name ?? null)
    return names.get(id) ?? null
  }
  const known = Map.groupBy(reader.all('document').toSorted(byId), placeOf)
  return ({ sessionId, candidatureId, document }) =>
    (known.get(`${candidatureId ?? ''}/${document}`) ?? [])
      .filter((issue) => sessionId === undefined || issue.sessionId === sessionId)
      .map((issue) => issueLine(issue, nameOf))
}

/** Ids of one file are in the order of time. */
const byId = (one: DocumentIssue, other: DocumentIssue): number => (one.id < other.id ? -1 : 1)

const placeOf = ({ candidatureId, document }: DocumentIssue): string => `${candidatureId ?? ''}/${document}`

const issueLine = (issue: DocumentIssue, nameOf: (templateId: string) => string | null): IssueLine => {
  const { id, document, reading, format, number, madeAt, sha256, returned, template, contentDigest } = issue
  return {
    id,
    document,
    reading,
    format,
    number,
    madeAt,
    sha256,
    template: template === null ? null : nameOf(template.id),
    // A table comes from the frozen facts, which stay.
    isKept: contentDigest !== null || format === 'csv',
    returned,
  }
}
