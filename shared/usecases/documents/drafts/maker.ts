import type { DocumentDraft, Making } from '#shared/domain/documents/draft.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { Digest } from '../../ports.ts'
import type { DraftRequest } from '../draftOf.ts'
import type { DraftSources } from '../draftSources.ts'

/** What every document is drafted with. */
export interface DraftPlace {
  readonly sources: DraftSources
  readonly digest: Digest
}

export type Maker = (place: DraftPlace, request: DraftRequest) => Result<DocumentDraft>

/** The digest of facts that nothing froze, and when they were read. */
export const makingOf = (
  { sources, digest }: DraftPlace,
  { madeAt }: Pick<DraftRequest, 'madeAt'>,
  facts: object,
): Making => ({ digest: sources.digestOf(facts, digest), madeAt })
