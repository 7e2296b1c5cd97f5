import type { AgendaEntry } from '#shared/domain/session/agendaEntry.ts'
import { decideItem as decide } from '#shared/domain/session/decideItem.ts'
import { giveProxy as give } from '#shared/domain/session/giveProxy.ts'
import { keepDraft as keep } from '#shared/domain/session/keepDraft.ts'
import { openSession as open } from '#shared/domain/session/openSession.ts'
import type { Proposal } from '#shared/domain/session/proposal.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import type { Attendance, Movement, Proxy, Session } from '#shared/domain/session/session.ts'
import { setAgenda } from '#shared/domain/session/setAgenda.ts'
import { withdrawOutcome as withdraw } from '#shared/domain/session/withdrawOutcome.ts'
import { withdrawProxy as takeBack } from '#shared/domain/session/withdrawProxy.ts'
import { writeDebate as write } from '#shared/domain/session/writeDebate.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { memberName } from '../memberName.ts'
import type { UseCaseContext } from '../ports.ts'
import { actOnSession, type Deed, type SessionInput } from './actOnSession.ts'
import type { SessionPlace } from './roomOf.ts'

/** Date, place, convocation, agenda, discussion. Refuses `session.closed`, `session.agenda-invalid`. */
export function changeSession(
  context: UseCaseContext,
  input: SessionInput<{
    set: Partial<
      Pick<Session, 'date' | 'place' | 'convocation' | 'secondConvocation' | 'discussion'> & {
        agenda: readonly AgendaEntry[]
      }
    >
  }>,
): Result<null> {
  return actOnSession(context, input.sessionId, 'Préparation de la séance', ({ session }) => {
    const { agenda: entries, ...set } = input.set
    if (session.status === 'closed') return refuse('session.closed')
    if (session.status === 'open' && (set.date !== undefined || set.secondConvocation !== undefined))
      return refuse('session.already-open')
    if (entries === undefined) return ok(['session.change@1', { set }])
    const arranged = setAgenda(session, entries)
    return arranged.ok
      ? ok(['session.change@1', { set: { ...set, agenda: arranged.value.agenda } }])
      : arranged
  })
}

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

export function openSession(
  context: UseCaseContext,
  input: SessionInput<{ at: string; chairId: string; secretaryId: string }>,
): Result<null> {
  const opening = ({ session, room }: SessionPlace): Deed => {
    const { at, chairId, secretaryId } = input
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

export function decideItem(
  context: UseCaseContext,
  input: SessionInput<{ proposal: Proposal }>,
): Result<null> {
  return actOnSession(
    context,
    input.sessionId,
    'Décision sur un point',
    ({ session, room, remainingWithout }) => {
      const { proposal } = input
      const decided = decide(session, proposal, {
        ...room,
        remainingCents: remainingWithout(proposal.itemId),
      })
      if (!decided.ok) return decided
      const outcome = decided.value.agenda.find(({ id }) => id === proposal.itemId)?.outcome ?? null
      return ok(['session.decide@1', { itemId: proposal.itemId, outcome }])
    },
  )
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
