import { voterIds } from '#shared/domain/committee/voterIds.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import { recusalsOn } from '#shared/domain/session/recusalsOn.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import type { OperationData, WrittenOutcome } from '../operation.ts'
import { roomOf } from './roomOf.ts'
import type { Trial } from './trial.ts'

/**
 * [SY12, SY31] An outcome, counted again in the room as the authority knows it: nobody recused in force voted, the quorum
 * is reached (unless the point is put off, or the outcome withdrawn), and the room that the author saw is that room, each
 * mandate having one voice. `conflict`, code `room`, when somebody came, left or was recused meanwhile.
 */
export function outcomeRuling(
  { rows }: Trial,
  session: Session,
  { itemId, outcome }: OperationData['session.decide@1'],
): Ruling {
  const item = session.agenda.find(({ id }) => id === itemId)
  if (item === undefined) return { verdict: 'invalid', code: 'missing' }
  if (outcome === null) return accepted
  if (item.outcome !== null) return { verdict: 'conflict', code: 'changed-meanwhile' }
  const room = roomOf(rows, session, item.candidatureId)
  const recusedIds = recusalsOn(item, room).map(({ memberId }) => memberId)
  if (recusedIds.some((id) => outcome.vote?.named != null && Object.hasOwn(outcome.vote.named, id)))
    return { verdict: 'recused', code: 'recused-voter' }
  const quorum = itemQuorum(session, room, item.candidatureId)
  if (!quorum.reached && outcome.opinion !== 'deferred') return noQuorum
  const present = presentIds(session)
  const isSameRoom = sameJson(outcome.quorum, quorum) && sameJson([...outcome.presentIds].sort(), present)
  if (!isSameRoom) return otherRoom
  if (outcome.vote === null) return accepted
  const { proxies } = session
  const voters = voterIds({ ...room, presentIds: present, recusedIds, proxies })
  return voices(outcome.vote) === voters.ids.length ? accepted : otherRoom
}

/** A correction keeps the room of the decision: only what was keyed changes. */
export function amendmentRuling(
  session: Session,
  { itemId, outcome }: OperationData['session.amend@1'],
): Ruling {
  const standing = session.agenda.find(({ id }) => id === itemId)?.outcome ?? null
  if (standing === null) return { verdict: 'invalid', code: 'missing' }
  if (!standing.quorum.reached && outcome.opinion !== 'deferred') return noQuorum
  const isSameRoom =
    sameJson(outcome.quorum, standing.quorum) &&
    sameJson(outcome.presentIds, standing.presentIds) &&
    sameJson(outcome.recused, standing.recused)
  return isSameRoom ? accepted : otherRoom
}

const voices = (vote: NonNullable<WrittenOutcome['vote']>): number =>
  vote.for + vote.against + vote.abstention + vote.notTakingPart + (vote.blank ?? 0) + (vote.spoiled ?? 0)

const sameJson = (one: unknown, other: unknown): boolean =>
  canonicalJson(one as Json) === canonicalJson(other as Json)

const noQuorum: Ruling = { verdict: 'no-quorum', code: 'quorum' }
const otherRoom: Ruling = { verdict: 'conflict', code: 'room' }
