import { effectiveOutcome } from '#shared/domain/session/effectiveOutcome.ts'
import type { RectificationFacts } from '#shared/domain/session/rectificationFacts.ts'
import { nextRectificationNumber, rectifySession as rectify } from '#shared/domain/session/rectifySession.ts'
import type { ItemOutcome, Rectification, Session } from '#shared/domain/session/session.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { frozenFacts } from '../documents/frozenFacts.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { refuseSecondAward } from './refuseSecondAward.ts'
import { sessionPlace } from './roomOf.ts'
import { sessionBoard } from './sessionBoard.ts'

type RectificationInput = Pick<Rectification, 'itemId' | 'reason' | 'text' | 'corrected'>

/**
 * Corrects closed minutes by an act of its own, with its number and its frozen facts; what the closing froze stays (P3).
 *
 * Refusals: the domain's, `decision.already-awarded` when another session already gave to the candidature, `envelope.exceeded`
 * and `envelope.quota-exceeded` with the figures of the envelope or ceiling that the new amount would pass, `file.damaged`.
 */
export function rectifySession(
  context: UseCaseContext,
  input: { sessionId: string; date: string; rectification: RectificationInput },
): Result<{ number: string; factsDigest: string }> {
  const { sessionId, date, rectification } = input
  const act = { actor: context.actor, label: 'Rectificatif au procès-verbal', undoable: false }
  return context.file.transact(act, (transaction) => {
    const place = sessionPlace(transaction, sessionId)
    if (!place.ok) return place
    const { session, remainingWithout } = place.value
    const { itemId } = rectification
    const number = nextRectificationNumber(session)
    const drawn: Rectification = { number, date, factsDigest: 'pending', ...rectification }
    const allowed = rectify(session, drawn, { remainingCents: remainingWithout(itemId) })
    if (!allowed.ok) return allowed
    const amountCents = rectification.corrected?.amountCents ?? 0
    const once = refuseSecondAward(transaction, session, itemId, amountCents)
    if (!once.ok) return once
    const frozen = frozenFacts(transaction, sessionId)
    if (!frozen.ok) return frozen
    const facts = rectificationFacts(transaction, session, drawn, frozen.value)
    const factsDigest = transaction.putBlob(utf8Encode(canonicalJson(facts as unknown as Json)))
    const done = transaction.emit('session.rectify@1', entityOf('session', sessionId), {
      ...drawn,
      factsDigest,
    })
    if (!done.ok) return done
    // Read after the act: an envelope passed takes the whole act back.
    const within = checkBalances(transaction, sessionId, amountCents)
    return within.ok ? ok({ number, factsDigest }) : within
  })
}

function checkBalances(reader: Reader, sessionId: string, amountCents: number): Result<null> {
  const board = sessionBoard(reader, sessionId)
  if (!board.ok) return board
  const { envelopes, quotas } = board.value.balance
  const isPassed = ({ givenCents, totalCents }: (typeof envelopes)[number]) => givenCents > totalCents
  const envelope = envelopes.find(isPassed)
  const quota = quotas.find(isPassed)
  const passed = envelope ?? quota
  if (passed === undefined) return ok(null)
  const excessCents = passed.givenCents - passed.totalCents
  const figures = { amountCents, remainingCents: Math.max(0, amountCents - excessCents), excessCents }
  return envelope === undefined
    ? refuse('envelope.quota-exceeded', { quota: passed.label, ...figures })
    : refuse('envelope.exceeded', { envelope: passed.label, ...figures })
}

function rectificationFacts(
  reader: Reader,
  session: Session,
  { number, date, itemId, corrected, reason, text }: Rectification,
  { facts, factsDigest }: { readonly facts: SessionFacts; readonly factsDigest: string },
): RectificationFacts {
  const item = session.agenda.find(({ id }) => id === itemId)
  const candidature =
    item?.candidatureId == null ? undefined : reader.load('candidature', item.candidatureId)?.state
  const dossier = candidature && reader.load('dossier', candidature.dossierId)?.state
  const before = item && corrected !== null ? effectiveOutcome(session, item.id) : null
  return {
    format: 1,
    number,
    sessionNumber: facts.number,
    sessionDigest: factsDigest,
    sessionDate: facts.date,
    date,
    instance: facts.instance,
    item:
      item === undefined
        ? null
        : {
            title: item.title,
            number: candidature?.number ?? null,
            applicant: dossier?.applicant.name ?? '',
          },
    before: before && correctedPart(before),
    after: corrected,
    reason,
    text,
    chair: facts.chair,
    secretary: facts.secretary,
  }
}

const correctedPart = ({
  opinion,
  amountCents,
  conditions,
  rationale,
}: ItemOutcome): Rectification['corrected'] => ({ opinion, amountCents, conditions, rationale })
