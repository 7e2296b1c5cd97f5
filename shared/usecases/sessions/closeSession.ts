import { awardedCents } from '#shared/domain/envelope/awardedCents.ts'
import { closeSession as close } from '#shared/domain/session/closeSession.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { factsOfSession } from './factsOfSession.ts'
import { type SessionPlace, sessionPlace } from './roomOf.ts'

/**
 * Closes and freezes in one transaction: the facts are built, kept under their digest, and the closing that names the
 * digest is signed. Afterwards nothing of the session changes (P3). Refusals: those of the domain's `closeSession` and
 * `factsOfSession`; `envelope.exceeded` should the awards of the call ever exceed its envelope.
 */
export function closeSession(
  context: UseCaseContext,
  input: { sessionId: string; at: string },
): Result<{ number: string; factsDigest: string }> {
  const act = { actor: context.actor, label: 'Clôture de la séance', undoable: false }
  return context.file.transact(act, (transaction) => {
    const place = sessionPlace(transaction, input.sessionId)
    if (!place.ok) return place
    const number = nextNumber(transaction, place.value.session.date)
    const within = checkEnvelope(transaction, place.value)
    if (!within.ok) return within
    const closable = close(place.value.session, { at: input.at, number, factsDigest: 'pending' })
    if (!closable.ok) return closable
    const facts = factsOfSession(transaction, context.digest, place.value, { number, closedAt: input.at })
    if (!facts.ok) return facts
    const factsDigest = transaction.putBlob(utf8Encode(canonicalJson(facts.value as unknown as Json)))
    const closed = transaction.emit('session.close@1', entityOf('session', input.sessionId), {
      at: input.at,
      number,
      factsDigest,
    })
    return closed.ok ? ok({ number, factsDigest }) : closed
  })
}

/** « PV-2026-001 »: the order of closings within the year of the session. */
function nextNumber(reader: Reader, date: string): string {
  const year = date.slice(0, 4)
  const closed = reader
    .all('session')
    .filter(({ closing, date: other }) => closing !== null && other.slice(0, 4) === year)
  return `PV-${year}-${String(closed.length + 1).padStart(3, '0')}`
}

function checkEnvelope(reader: Reader, { call }: SessionPlace): Result<null> {
  const { envelopeCents } = call.rules
  const awarded = awardedCents(reader.all('session').filter(({ callId }) => callId === call.id))
  return envelopeCents !== null && awarded > envelopeCents
    ? refuse('envelope.exceeded', { amountCents: awarded, remainingCents: envelopeCents })
    : ok(null)
}
