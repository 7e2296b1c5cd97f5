import { amendOutcome as amend } from '#shared/domain/session/amendOutcome.ts'
import { decideItem as decide } from '#shared/domain/session/decideItem.ts'
import { giveProxy as give } from '#shared/domain/session/giveProxy.ts'
import { keepDraft as keep } from '#shared/domain/session/keepDraft.ts'
import { openSession as open } from '#shared/domain/session/openSession.ts'
import type { Proposal } from '#shared/domain/session/proposal.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import { recordTravel } from '#shared/domain/session/recordTravel.ts'
import { missingForSecond } from '#shared/domain/session/secondConvocation.ts'
import type { Attendance, Movement, Proxy, Travel } from '#shared/domain/session/session.ts'
import { signProxy as sign } from '#shared/domain/session/signProxy.ts'
import { type Substitution, substituteSits } from '#shared/domain/session/substituteSits.ts'
import { withdrawOutcome as withdraw } from '#shared/domain/session/withdrawOutcome.ts'
import { withdrawProxy as takeBack } from '#shared/domain/session/withdrawProxy.ts'
import { writeDebate as write } from '#shared/domain/session/writeDebate.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { memberName } from '../memberName.ts'
import type { UseCaseContext } from '../ports.ts'
import { actOnSession, type Deed, type SessionInput } from './actOnSession.ts'
import { decidingRoom } from './decidingRoom.ts'
import { fundedProposal } from './fundedProposal.ts'
import { refuseSecondAward } from './refuseSecondAward.ts'
import type { SessionPlace } from './roomOf.ts'

// What happens in the room, act by act. Each asks the domain first: its refusals are the domain's.

export function attend(
  context: UseCaseContext,
  input: SessionInput<{ memberId: string; status: Attendance['status'] }>,
): Result<null> {
  const label = `Présence de ${memberName(context.file, input.memberId)}`
  return actOnSession(context, input.sessionId, label, ({ session, room }) => {
    const { memberId, status } = input
    const recorded = recordAttendance(session, { memberId, status }, room)
    return recorded.ok ? ok(['session.attend@1', { memberId, status }]) : recorded
  })
}

export function move(
  context: UseCaseContext,
  input: SessionInput<{ memberId: string } & Movement>,
): Result<null> {
  const verb = input.kind === 'arrives' ? 'Arrivée' : 'Départ'
  const label = `${verb} de ${memberName(context.file, input.memberId)}`
  return actOnSession(context, input.sessionId, label, ({ session, room }) => {
    const { sessionId: _session, ...movement } = input
    const recorded = recordMovement(session, movement, room)
    return recorded.ok ? ok(['session.move@1', movement]) : recorded
  })
}

export function giveProxy(context: UseCaseContext, input: SessionInput<Proxy>): Result<null> {
  const label = `Pouvoir de ${memberName(context.file, input.giverId)}`
  return actOnSession(context, input.sessionId, label, ({ session, room }) => {
    const { sessionId: _session, ...proxy } = input
    const given = give(session, proxy, room)
    return given.ok ? ok(['session.give-proxy@1', proxy]) : given
  })
}

export function withdrawProxy(
  context: UseCaseContext,
  input: SessionInput<{ giverId: string }>,
): Result<null> {
  const label = `Retrait du pouvoir de ${memberName(context.file, input.giverId)}`
  return actOnSession(context, input.sessionId, label, ({ session }) => {
    const { giverId } = input
    const withdrawn = takeBack(session, { giverId })
    return withdrawn.ok ? ok(['session.withdraw-proxy@1', { giverId }]) : withdrawn
  })
}

export function signProxy(
  context: UseCaseContext,
  input: SessionInput<{ giverId: string; signed: boolean }>,
): Result<null> {
  const label = `Signature du pouvoir de ${memberName(context.file, input.giverId)}`
  return actOnSession(context, input.sessionId, label, ({ session }) => {
    const { giverId, signed } = input
    const seen = sign(session, { giverId, signed })
    return seen.ok ? ok(['session.sign-proxy@1', { giverId, signed }]) : seen
  })
}

export function substitute(context: UseCaseContext, input: SessionInput<Substitution>): Result<null> {
  const label = `Suppléance de ${memberName(context.file, input.memberId)}`
  return actOnSession(context, input.sessionId, label, ({ session, room }) => {
    const { memberId, substituteId } = input
    const seated = substituteSits(session, { memberId, substituteId }, room)
    return seated.ok ? ok(['session.substitute@1', { memberId, substituteId }]) : seated
  })
}

export function travel(
  context: UseCaseContext,
  input: SessionInput<{ memberId: string; travel: Travel | null }>,
): Result<null> {
  const { memberId } = input
  const label = `Trajet de ${memberName(context.file, memberId)}`
  return actOnSession(context, input.sessionId, label, ({ session, room }) => {
    const recorded = recordTravel(session, { memberId, travel: input.travel }, room)
    return recorded.ok
      ? ok(['session.travel@1', { memberId, travel: recorded.value.travels[memberId] ?? null }])
      : recorded
  })
}

export function openSession(
  context: UseCaseContext,
  input: SessionInput<{ at: string; chairId: string; secretaryId: string }>,
): Result<null> {
  const opening = ({ session, room }: SessionPlace): Deed => {
    const { at, chairId, secretaryId } = input
    const missing = missingForSecond(session, context.file.all('session'), room.instanceType)
    if (missing.length > 0) return refuse('session.incomplete', { missing })
    const opened = open(session, { at, chairId, secretaryId }, room)
    return opened.ok ? ok(['session.open@1', { at, chairId, secretaryId }]) : opened
  }
  return actOnSession(context, input.sessionId, 'Ouverture de la séance', opening, false)
}

export function writeDebate(
  context: UseCaseContext,
  input: SessionInput<{ itemId: string; text: string }>,
): Result<null> {
  return actOnSession(context, input.sessionId, 'Teneur des discussions', ({ session }) => {
    const { itemId, text } = input
    const written = write(session, { itemId, text })
    return written.ok ? ok(['session.write-debate@1', { itemId, text }]) : written
  })
}

export function keepDraft(
  context: UseCaseContext,
  input: SessionInput<{ itemId: string; draft: string }>,
): Result<null> {
  return actOnSession(context, input.sessionId, 'Saisie d’un avis', ({ session }) => {
    const { itemId, draft } = input
    const kept = keep(session, { itemId, draft })
    return kept.ok ? ok(['session.keep-draft@1', { itemId, draft }]) : kept
  })
}

/** Divided money without lines is drawn from the most restricted envelopes first; see `fundedProposal`. */
export function decideItem(
  context: UseCaseContext,
  input: SessionInput<{ proposal: Proposal }>,
): Result<null> {
  return actOnSession(context, input.sessionId, 'Décision sur un point', (place) => {
    const { itemId } = input.proposal
    const room = decidingRoom(context.file, place, itemId)
    const decided = decide(place.session, fundedProposal(input.proposal, room), room)
    if (!decided.ok) return decided
    const once = refuseSecondAward(context.file, place.session, itemId, input.proposal.amountCents)
    if (!once.ok) return once
    const outcome = decided.value.agenda.find(({ id }) => id === itemId)?.outcome ?? null
    return ok(['session.decide@1', { itemId, outcome }])
  })
}

/** A correction before the closing, with the room of the decision. Refuses `decision.reason-missing` without a reason. */
export function amendOutcome(
  context: UseCaseContext,
  input: SessionInput<{ proposal: Proposal; reason: string }>,
): Result<null> {
  return actOnSession(context, input.sessionId, 'Correction d’une décision', (place) => {
    const { proposal, reason } = input
    if (reason.trim() === '') return refuse('decision.reason-missing')
    const room = decidingRoom(context.file, place, proposal.itemId)
    const amended = amend(place.session, fundedProposal(proposal, room), room)
    if (!amended.ok) return amended
    const once = refuseSecondAward(context.file, place.session, proposal.itemId, proposal.amountCents)
    if (!once.ok) return once
    const outcome = amended.value.agenda.find(({ id }) => id === proposal.itemId)?.outcome
    if (!outcome) return refuse('session.item-undecided', { itemId: proposal.itemId })
    return ok(['session.amend@1', { itemId: proposal.itemId, outcome, reason }])
  })
}

export function withdrawOutcome(
  context: UseCaseContext,
  input: SessionInput<{ itemId: string }>,
): Result<null> {
  return actOnSession(context, input.sessionId, 'Retrait d’une décision', ({ session }) => {
    const { itemId } = input
    const withdrawn = withdraw(session, { itemId })
    return withdrawn.ok ? ok(['session.decide@1', { itemId, outcome: null }]) : withdrawn
  })
}
