import { closeSession as close } from '#shared/domain/session/closeSession.ts'
import { isRunning, lastClocked } from '#shared/domain/session/intervals.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { pausedSince } from '#shared/domain/session/timeSpent.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader, Transaction, UseCaseContext } from '../ports.ts'
import { readOnce } from '../readOnce.ts'
import { factsOfClosing } from './factsOfClosing.ts'

/**
 * Closes and freezes in one transaction: the point under way ends, the facts are built, kept under their digest, and
 * the closing that names the digest is signed. Afterwards nothing of the session changes (P3).
 *
 * Refusals: those of `factsOfClosing`.
 */
export function closeSession(
  context: UseCaseContext,
  input: { sessionId: string; at: string },
): Result<{ number: string; factsDigest: string }> {
  const { sessionId, at } = input
  const act = { actor: context.actor, label: 'Clôture de la séance', undoable: false }
  return context.file.transact(act, (transaction) => {
    const session = loadOrRefuse(transaction, 'session', sessionId)
    if (!session.ok) return session
    const number = nextNumber(transaction, session.value.date)
    // Asked before the point under way is ended: what is not open has none to end.
    const closable = close(session.value, { at, number, factsDigest: 'pending' })
    if (!closable.ok) return closable
    const paused = pausedSince(session.value)
    if (paused !== null) return refuse('session.paused', { since: paused })
    const ended = endPointUnderWay(transaction, session.value, at)
    if (!ended.ok) return ended
    const facts = factsOfClosing(readOnce(transaction), context.digest, sessionId, { at, number })
    if (!facts.ok) return facts
    const factsDigest = transaction.putBlob(utf8Encode(canonicalJson(facts.value as unknown as Json)))
    const closed = transaction.emit('session.close@1', entityOf('session', sessionId), {
      at,
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

/** Otherwise its time would run for ever. The clock may have noted some seconds of the closing minute already. */
function endPointUnderWay(transaction: Transaction, session: Session, closedAt: string): Result<null> {
  if (!session.agenda.some(({ runs }) => runs.some(isRunning))) return ok(null)
  const last = lastClocked(session) ?? ''
  const at = last > `${closedAt}:00` ? last : `${closedAt}:00`
  return transaction.emit('session.point@1', entityOf('session', session.id), { itemId: null, at })
}
