import type { CandidatureDocuments } from '#shared/domain/documents/documentBoard.ts'
import { type DossierKind, letterKinds } from '#shared/domain/documents/model.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Digest, Reader } from '../ports.ts'
import { issueLines } from './boardLines.ts'
import { dossierLines } from './candidatureLines.ts'
import { draftSources } from './draftSources.ts'

/**
 * [DM6] The documents that have a sense for a candidature today, before or after its session, and what left of it. Refusals:
 * `entity.missing`, `file.damaged`.
 */
export function documentsOfCandidature(
  reader: Reader,
  digest: Digest,
  { candidatureId, madeAt }: { readonly candidatureId: string; readonly madeAt: string },
): Result<CandidatureDocuments> {
  const sources = draftSources(reader)
  const request = { sessionId: null, candidatureId, reading: 'full', madeAt } as const
  const documents = dossierLines(sources, digest, issueLines(sources.reader), kinds, request)
  return documents.ok ? ok({ candidatureId, documents: documents.value }) : documents
}

/** As they come in the life of a candidature. */
const kinds: readonly DossierKind[] = [
  'letter-acknowledgement',
  'letter-incomplete',
  'report',
  ...letterKinds.filter((kind) => kind !== 'letter-acknowledgement' && kind !== 'letter-incomplete'),
  'award-order',
  'agreement',
]
