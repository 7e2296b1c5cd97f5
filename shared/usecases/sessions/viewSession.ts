import { isInForce } from '#shared/domain/committee/committee.ts'
import { awardedCents } from '#shared/domain/envelope/awardedCents.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import { missingForClosing } from '#shared/domain/session/missingForClosing.ts'
import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { cents, zeroCents } from '#shared/kernel/cents.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { committeeId } from '../people/committee.ts'
import type { Digest, Reader, UseCaseContext } from '../ports.ts'
import { type CallRanking, rankingOfCall } from '../ranking/rankingOfCall.ts'
import { factsOfSession } from './factsOfSession.ts'
import { type SessionPlace, sessionPlace } from './roomOf.ts'

/** Everything the session room shows at once. A call without grid has items without rank. */
export function viewSession(
  { file: reader, digest }: Pick<UseCaseContext, 'file' | 'digest'>,
  input: { sessionId: string },
): Result<SessionView> {
  const place = sessionPlace(reader, input.sessionId)
  if (!place.ok) return place
  const committee = loadOrRefuse(reader, 'committee', committeeId)
  if (!committee.ok) return committee
  const { session, call, room, remainingWithout } = place.value
  const ranked = rankingOfCall(reader, call.id)
  const ofCall = reader.all('session').filter(({ callId }) => callId === call.id)
  return ok({
    session,
    committee: committee.value,
    members: room.members,
    callName: call.name,
    quorum: itemQuorum(session, room, null),
    envelope: {
      totalCents: call.rules.envelopeCents,
      awardedCents: awardedCents(ofCall),
      remainingCents: remainingWithout(null),
    },
    items: session.agenda.map((item) => itemView(reader, place.value, ranked.ok ? ranked.value : null, item)),
    closingBlockers: session.status === 'open' ? closingBlockers(reader, digest, place.value) : [],
  })
}

function itemView(
  reader: Reader,
  { session, room }: SessionPlace,
  ranked: CallRanking | null,
  item: AgendaItem,
): SessionItemView {
  const candidature =
    item.candidatureId === null ? null : (reader.load('candidature', item.candidatureId)?.state ?? null)
  const dossier = candidature && (reader.load('dossier', candidature.dossierId)?.state ?? null)
  const row = ranked?.ranking.rows.find(({ candidatureId }) => candidatureId === item.candidatureId)
  const total = row?.score.total ?? null
  return {
    itemId: item.id,
    candidatureId: item.candidatureId,
    number: candidature?.number ?? null,
    title: dossier?.title ?? item.title,
    applicant: dossier?.applicant.name ?? '',
    requestedCents: candidature?.requestedCents ?? null,
    eligibleBaseCents: candidature?.eligibleBaseCents ?? null,
    rank: row?.rank ?? null,
    score: total === null ? null : toFixedHalfUp(total, 2),
    proposedCents: cents(row?.award.amountCents ?? zeroCents),
    recusedIds: room.recusals
      .filter((recusal) => recusal.candidatureId === item.candidatureId && isInForce(recusal))
      .map(({ memberId }) => memberId),
    quorum: itemQuorum(session, room, item.candidatureId),
  }
}

/** Every point without outcome in words, then problem codes or French names of what the minutes lack. */
function closingBlockers(reader: Reader, digest: Digest, place: SessionPlace): readonly string[] {
  const undecided = missingForClosing(place.session).items.map(
    (title) => `« ${title} » n’a pas reçu d’avis ni été ajourné`,
  )
  // Number and hour are given by the closing itself: any will do to see what else is missing.
  const facts = factsOfSession(reader, digest, place, { number: 'PV', closedAt: '23:59' })
  if (facts.ok) return undecided
  const { missing, items } = facts.refusal.details
  const clauses = Array.isArray(missing)
    ? missing.filter((problem) => problem !== 'outcomes')
    : Array.isArray(items)
      ? items
          .filter((item) => !item.startsWith('le sens de la délibération'))
          .map((item) => `il manque ${item}`)
      : []
  return [...undecided, ...clauses]
}
