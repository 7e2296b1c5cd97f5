import type { BatchKind, CandidatureLine } from '#shared/domain/documents/documentBoard.ts'
import type { DossierKind } from '#shared/domain/documents/model.ts'

export interface BatchCount {
  /** Can be made now. */
  readonly ready: number
  /** Have a sense for the candidature and lack something: left aside, and named. */
  readonly incomplete: number
}

/** What a batch would write now, as the board knows it. */
export function batchCount(what: BatchKind, candidatures: readonly CandidatureLine[]): BatchCount {
  const lines = candidatures.flatMap((candidature) =>
    candidature.documents.filter(({ document }) => belongs[what](document, candidature)),
  )
  const ready = lines.filter(({ missing }) => missing.length === 0).length
  return { ready, incomplete: lines.length - ready }
}

const belongs: Readonly<Record<BatchKind, (document: DossierKind, of: CandidatureLine) => boolean>> = {
  letters: (document, { letter }) => document === letter,
  'award-orders': (document) => document === 'award-order',
  agreements: (document, { agreement }) => document === 'agreement' && agreement.level !== 'not-required',
  reports: (document) => document === 'report',
}
