import { readSessionFacts } from '#shared/domain/session/readSessionFacts.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Decode } from '#shared/operations/commitUtf8.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader } from '../ports.ts'

/**
 * The facts fixed at the closing, whatever the format they were frozen in. Refusals: `entity.missing`,
 * `session.not-closed`, `file.damaged`.
 */
export function frozenFacts(
  reader: Reader,
  sessionId: string,
): Result<{ readonly facts: SessionFacts; readonly factsDigest: string }> {
  const session = loadOrRefuse(reader, 'session', sessionId)
  if (!session.ok) return session
  if (session.value.closing === null) return refuse('session.not-closed')
  const { factsDigest } = session.value.closing
  const bytes = reader.blob(factsDigest)
  const text = bytes === null ? undefined : utf8Decode(bytes)
  const facts = text === undefined ? null : readSessionFacts(text)
  return facts === null
    ? refuse('file.damaged', { where: 'faits figés de la séance' })
    : ok({ facts, factsDigest })
}
