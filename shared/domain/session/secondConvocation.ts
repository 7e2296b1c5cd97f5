import type { InstanceType } from '../committee/committee.ts'
import type { Session } from './session.ts'

/**
 * [SE46] ISO date of the session whose lack of quorum a second convocation follows: the last earlier one of the call that
 * never opened, or where a point was put off for want of quorum. Null when there is none.
 */
export const firstConvocationDate = (
  session: Pick<Session, 'id' | 'callId' | 'date'>,
  sessions: readonly Session[],
): string | null =>
  sessions
    .filter(({ id, callId, date }) => id !== session.id && callId === session.callId && date < session.date)
    .filter(lackedQuorum)
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? null

const lackedQuorum = ({ status, agenda }: Session): boolean =>
  status === 'planned' || agenda.some(({ outcome }) => outcome?.quorum.reached === false)

/** [SE46] What a second convocation lacks to do without quorum, as codes of `session.incomplete`; nothing for a first one. */
export function missingForSecond(
  session: Session,
  sessions: readonly Session[],
  type: InstanceType,
): readonly string[] {
  if (!session.secondConvocation) return []
  const first = firstConvocationDate(session, sessions)
  if (first === null) return ['first-convocation']
  return type === 'organe_deliberant' && daysBetween(first, session.date) < 3 ? ['second-too-soon'] : []
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
