import type { SessionHour } from '#shared/domain/session/correctHour.ts'
import { beforeOpening } from '#shared/domain/session/planSession.ts'
import type { AgendaItem, Attendance, Interval, Session } from '#shared/domain/session/session.ts'
import { withItem } from '#shared/domain/session/withItem.ts'
import { completedConvocation, completedItem, completedOutcome } from './completed.ts'
import type { Operation, OperationData, OperationKind, WrittenAgendaItem } from './operation.ts'

export const sessionPlanned = (id: string, data: OperationData['session.plan@1']): Session => ({
  id,
  startsAt: null,
  ...data,
  convocation: completedConvocation(data.convocation),
  ...beforeOpening,
  agenda: data.agenda.map(completedItem),
})

export type SessionAct = Operation<Exclude<Extract<OperationKind, `session.${string}`>, 'session.plan@1'>>

/** The fold of a session: what each act leaves. Total; whether the act is allowed was decided before it was signed. */
export function sessionAfter(session: Session, operation: SessionAct): Session {
  switch (operation.kind) {
    case 'session.change@1': {
      const { convocation, agenda, ...set } = operation.data.set
      return {
        ...session,
        ...set,
        ...(convocation === undefined ? {} : { convocation: completedConvocation(convocation) }),
        ...(agenda === undefined ? {} : { agenda: agenda.map((item) => withWhatWasSaid(session, item)) }),
      }
    }
    case 'session.attend@1': {
      const { memberId, status } = operation.data
      const movements = session.attendance[memberId]?.movements ?? []
      return withAttendance(session, memberId, { status, inRoom: status === 'present', movements })
    }
    case 'session.move@1': {
      const { memberId, kind, at, itemId } = operation.data
      const movements = [...(session.attendance[memberId]?.movements ?? []), { kind, at, itemId }]
      return withAttendance(session, memberId, { status: 'present', inRoom: kind === 'arrives', movements })
    }
    case 'session.give-proxy@1': {
      const others = session.proxies.filter((proxy) => proxy.giverId !== operation.data.giverId)
      return { ...session, proxies: [...others, { signed: false, ...operation.data }] }
    }
    case 'session.sign-proxy@1': {
      const { giverId, signed } = operation.data
      const proxies = session.proxies.map((proxy) =>
        proxy.giverId === giverId ? { ...proxy, signed } : proxy,
      )
      return { ...session, proxies }
    }
    case 'session.withdraw-proxy@1':
      return {
        ...session,
        proxies: session.proxies.filter((proxy) => proxy.giverId !== operation.data.giverId),
      }
    case 'session.substitute@1': {
      const { memberId, substituteId } = operation.data
      return { ...session, substitutions: withEntry(session.substitutions, memberId, substituteId) }
    }
    case 'session.travel@1': {
      const { memberId, travel } = operation.data
      return { ...session, travels: withEntry(session.travels, memberId, travel) }
    }
    case 'session.open@1': {
      const { at, chairId, secretaryId } = operation.data
      return { ...session, status: 'open', openedAt: at, chairId, secretaryId }
    }
    case 'session.point@1': {
      const { itemId, at } = operation.data
      const stopped = session.agenda.map((item) => ({ ...item, runs: ended(item.runs, at) }))
      const taken = { ...session, agenda: stopped, currentItemId: itemId }
      const item = stopped.find(({ id }) => id === itemId)
      return item === undefined
        ? taken
        : withItem(taken, item.id, { runs: [...item.runs, { from: at, to: null }] })
    }
    case 'session.pause@1': {
      const { at } = operation.data
      const stopped = session.agenda.map((item) => ({ ...item, runs: ended(item.runs, at) }))
      return { ...session, agenda: stopped, pauses: [...session.pauses, { from: at, to: null }] }
    }
    case 'session.resume@1': {
      const { at } = operation.data
      const resumed = { ...session, pauses: ended(session.pauses, at) }
      const item = session.agenda.find(({ id, outcome }) => id === session.currentItemId && outcome === null)
      return item === undefined
        ? resumed
        : withItem(resumed, item.id, { runs: [...item.runs, { from: at, to: null }] })
    }
    case 'session.reveal@1':
      return withItem(session, operation.data.itemId, { marksRevealedAt: operation.data.at })
    case 'session.correct-hour@1':
      return withHour(session, operation.data.what, operation.data.at)
    case 'session.write-debate@1':
      return withItem(session, operation.data.itemId, { debate: operation.data.text })
    case 'session.keep-draft@1':
      return withItem(session, operation.data.itemId, { draft: operation.data.draft })
    case 'session.decide@1': {
      const { itemId, outcome } = operation.data
      return withItem(session, itemId, { outcome: outcome && completedOutcome(outcome) })
    }
    case 'session.amend@1': {
      const { itemId, outcome } = operation.data
      const corrected = (itemOf(session, itemId)?.corrected ?? 0) + 1
      return withItem(session, itemId, { outcome: completedOutcome(outcome), corrected })
    }
    case 'session.explain@1': {
      const { check, text } = operation.data
      return { ...session, explanations: withEntry(session.explanations, check, text === '' ? null : text) }
    }
    case 'session.close@1': {
      const { at, number, factsDigest } = operation.data
      return { ...session, status: 'closed', closedAt: at, closing: { number, factsDigest } }
    }
    case 'session.rectify@1':
      return { ...session, rectifications: [...session.rectifications, operation.data] }
    case 'session.minutes@1':
      return { ...session, minutes: operation.data }
    case 'session.record-act@1':
      return { ...session, act: operation.data.act }
  }
}

const withAttendance = (session: Session, memberId: string, attendance: Attendance): Session => ({
  ...session,
  attendance: { ...session.attendance, [memberId]: attendance },
})

function withEntry<T>(
  entries: Readonly<Record<string, T>>,
  key: string,
  value: T | null,
): Readonly<Record<string, T>> {
  const { [key]: _replaced, ...others } = entries
  return value === null ? others : { ...others, [key]: value }
}

/** The last interval ended, when it was running. */
const ended = (intervals: readonly Interval[], at: string): readonly Interval[] =>
  intervals.map((interval) => (interval.to === null ? { ...interval, to: at } : interval))

function withHour(session: Session, what: SessionHour, at: string): Session {
  switch (what.kind) {
    case 'opening':
      return { ...session, openedAt: at }
    case 'movement': {
      const attendance = session.attendance[what.memberId]
      if (attendance === undefined) return session
      const movements = attendance.movements.map((movement, index) =>
        index === what.index ? { ...movement, at } : movement,
      )
      return withAttendance(session, what.memberId, { ...attendance, movements })
    }
    case 'decision': {
      const item = itemOf(session, what.itemId)
      return item?.outcome
        ? withItem(session, what.itemId, { outcome: { ...item.outcome, decidedAt: at } })
        : session
    }
    case 'run': {
      const runs = itemOf(session, what.itemId)?.runs ?? []
      return withItem(session, what.itemId, { runs: corrected(runs, what.index, what.end, at) })
    }
    case 'pause':
      return { ...session, pauses: corrected(session.pauses, what.index, what.end, at) }
  }
}

/**
 * A point announced again keeps what was said on it, unless the announcement says it itself, as programs that know no
 * authority write it.
 */
function withWhatWasSaid(session: Session, written: WrittenAgendaItem): AgendaItem {
  const known = itemOf(session, written.id)
  const corrected = known?.corrected
  const item = { ...completedItem(written), ...(corrected === undefined ? {} : { corrected }) }
  if (known === undefined || saysOfPoint(written)) return item
  const { debate, draft, runs, marksRevealedAt, outcome } = known
  return { ...item, debate, draft, marksRevealedAt, outcome, runs: item.runs.length === 0 ? runs : item.runs }
}

/** Whether an announced point tells what was said, shown or decided on it. */
export const saysOfPoint = (item: WrittenAgendaItem): boolean =>
  (item.debate ?? '') !== '' ||
  (item.draft ?? '') !== '' ||
  (item.marksRevealedAt ?? null) !== null ||
  (item.outcome ?? null) !== null

const itemOf = (session: Session, itemId: string): AgendaItem | undefined =>
  session.agenda.find(({ id }) => id === itemId)

const corrected = (
  intervals: readonly Interval[],
  index: number,
  end: keyof Interval,
  at: string,
): readonly Interval[] =>
  intervals.map((interval, place) => (place === index ? { ...interval, [end]: at } : interval))
