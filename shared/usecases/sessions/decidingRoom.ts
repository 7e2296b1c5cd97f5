import type { RankingProposal } from '#shared/domain/decision/departureOf.ts'
import { rankingProposal } from '#shared/domain/decision/rankingProposal.ts'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import type { DecidingRoom } from '#shared/domain/session/outcomeOf.ts'
import { fundingFactsInCall, givenInCall } from '../allocation/givenInCall.ts'
import type { Reader } from '../ports.ts'
import { rankingOfCall } from '../ranking/rankingOfCall.ts'
import type { SessionPlace } from './roomOf.ts'

/** The room of a session with what one of its items may draw on, and what was proposed for it. */
export function decidingRoom(reader: Reader, place: SessionPlace, itemId: string): DecidingRoom {
  const candidatureId =
    place.session.agenda.find(({ id, kind }) => id === itemId && kind === 'candidature')?.candidatureId ??
    null
  return {
    ...place.room,
    remainingCents: place.remainingWithout(itemId),
    funding: candidatureId === null ? null : fundingOf(reader, place, { itemId, candidatureId }),
    proposal: candidatureId === null ? null : proposalFor(reader, place, candidatureId),
  }
}

/** Null when the money of the call is undivided and has no quota. */
function fundingOf(
  reader: Reader,
  { call }: Pick<SessionPlace, 'call'>,
  about: { readonly itemId: string; readonly candidatureId: string },
): DecidingRoom['funding'] {
  const { rules } = call
  if (rules.envelopes.length === 0 && rules.quotas.length === 0) return null
  const given = givenInCall(reader, call.id, about.itemId)
  const facts = fundingFactsInCall(reader, call.id)(about.candidatureId)
  return { rules, balance: envelopeBalance(rules, given), facts }
}

/** What the adopted scenario of the call, else its ranking, gives to the candidature. */
function proposalFor(
  reader: Reader,
  { call }: Pick<SessionPlace, 'call'>,
  candidatureId: string,
): RankingProposal | null {
  const candidature = reader.load('candidature', candidatureId)?.state
  if (candidature === undefined) return null
  const adoptedScenario =
    reader.all('scenario').find(({ callId, status }) => callId === call.id && status === 'adopted') ?? null
  const ranked = adoptedScenario === null ? rankingOfCall(reader, call.id) : null
  const ranking = ranked?.ok ? ranked.value.ranking : null
  return rankingProposal(candidature, { rules: call.rules, ranking, adoptedScenario })
}
