import type { FrozenRectification } from '#shared/domain/documents/rectification.ts'
import type { RectificationFacts } from '#shared/domain/session/rectificationFacts.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Decode } from '#shared/operations/commitUtf8.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader } from '../ports.ts'

/**
 * The rectifying acts of a session as they were frozen, oldest first, up to the one of this digest. Refusals:
 * `entity.missing`, `session.not-closed`, `file.damaged`.
 */
export function frozenRectifications(
  reader: Reader,
  sessionId: string,
  upTo: string | null,
): Result<readonly FrozenRectification[]> {
  const session = loadOrRefuse(reader, 'session', sessionId)
  if (!session.ok) return session
  const { closing, rectifications } = session.value
  if (closing === null) return refuse('session.not-closed')
  const last = upTo === null ? -1 : rectifications.findIndex(({ factsDigest }) => factsDigest === upTo)
  const acts: FrozenRectification[] = []
  for (const { factsDigest: digest } of last < 0 ? rectifications : rectifications.slice(0, last + 1)) {
    const bytes = reader.blob(digest)
    const facts = parsed(bytes === null ? undefined : utf8Decode(bytes))
    if (facts === null) return refuse('file.damaged', { where: 'faits figés d’un rectificatif' })
    acts.push({ facts, digest })
  }
  return ok(acts)
}

function parsed(text: string | undefined): RectificationFacts | null {
  try {
    const facts = JSON.parse(text ?? '') as RectificationFacts
    return facts.format === 1 ? facts : null
  } catch {
    return null
  }
}
