import { decisionRecord } from '#shared/domain/documents/decisionRecord.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import type { ActKind, DocumentModel } from '#shared/domain/documents/model.ts'
import { rankingTable } from '#shared/domain/documents/rankingTable.ts'
import { rectification } from '#shared/domain/documents/rectification.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'
import { frozenFacts } from './frozenFacts.ts'
import { frozenRectifications } from './frozenRectifications.ts'

/**
 * A document of a closed session, from what was frozen alone. `upTo`: digest of the last rectification it holds; absent:
 * all of them. Refusals: `session.not-closed`, `document.missing-items`, `file.damaged`.
 */
export function actModel(
  reader: Reader,
  sessionId: string,
  document: ActKind,
  upTo: string | null = null,
): Result<DocumentModel> {
  if (document === 'rectification') {
    const acts = frozenRectifications(reader, sessionId, upTo)
    return acts.ok ? rectification(acts.value) : acts
  }
  const frozen = frozenFacts(reader, sessionId)
  if (!frozen.ok) return frozen
  const make = { minutes, ranking: rankingTable, 'decision-record': decisionRecord }[document]
  return make(frozen.value.facts, frozen.value.factsDigest)
}
