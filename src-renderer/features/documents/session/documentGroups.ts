import type { BoardLine } from '#shared/domain/documents/documentBoard.ts'
import type { DocumentKind } from '../words.ts'

export type DocumentMoment = 'before' | 'after' | 'members'

/** The documents of a session by the moment one needs them, each in the order of the chain; a moment without any is left out. */
export const documentGroups = (
  lines: readonly BoardLine[],
): readonly { readonly moment: DocumentMoment; readonly lines: readonly BoardLine[] }[] =>
  (['before', 'after', 'members'] as const)
    .map((moment) => ({ moment, lines: lines.filter(({ document }) => momentOf(document) === moment) }))
    .filter((group) => group.lines.length > 0)

function momentOf(document: DocumentKind): DocumentMoment {
  switch (document) {
    case 'convocation':
    case 'attendance-sheet':
    case 'mark-sheets':
      return 'before'
    case 'expenses':
    case 'attendance-certificates':
      return 'members'
    default:
      return 'after'
  }
}
