import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { Aggregate } from '../authority/aggregate.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { fromCommitted } from '../commitOperation.ts'
import type { OperationData, OperationKind, WrittenAgendaItem } from '../operation.ts'
import { type SessionAct, saysOfPoint, sessionAfter } from '../sessionAfter.ts'
import { moneyRuling } from './moneyRuling.ts'
import { amendmentRuling, outcomeRuling } from './outcomeRuling.ts'
import { roomOf } from './roomOf.ts'
import type { Trial } from './trial.ts'

/** [SY12, SY13] What a session allows in the state that it is in. */
export function sessionRuling(trial: Trial, before: Aggregate | null): Ruling {
  const { operation } = trial
  const session = (before?.state ?? null) as Session | null
  if (operation.k === 'aggregate.revert@1') return accepted
  const kind = operation.k as SessionKind
  if (kind === 'session.plan@1') return planRuling(operation.d as unknown as OperationData['session.plan@1'])
  if (session === null) return { verdict: 'invalid', code: 'missing' }
  const phase = phaseRuling(phases[kind], session.status)
  if (phase.verdict !== 'ok') return phase
  switch (kind) {
    case 'session.change@1': {
      const { agenda } = (operation.d as unknown as OperationData['session.change@1']).set
      if (agenda?.some(saysOfPoint)) return said
      return agenda === undefined || keepsDecided(session, agenda) ? accepted : dropped
    }
    case 'session.open@1':
      return itemQuorum(session, roomOf(trial.rows, session, null), null).reached ? accepted : noQuorum
    case 'session.decide@1':
      return thenMoney(
        trial,
        session,
        outcomeRuling(trial, session, operation.d as unknown as OperationData['session.decide@1']),
      )
    case 'session.amend@1':
      return thenMoney(
        trial,
        session,
        amendmentRuling(session, operation.d as unknown as OperationData['session.amend@1']),
      )
    case 'session.rectify@1':
      return thenMoney(
        trial,
        session,
        isThere(session, operation.d) ? accepted : { verdict: 'invalid', code: 'missing' },
      )
    case 'session.close@1': {
      const { factsDigest, at, number } = operation.d as unknown as OperationData['session.close@1']
      const own = trial.ports.factsDigest(trial.rows, session.id, { at, number })
      return own === factsDigest ? accepted : { verdict: 'conflict', code: 'facts' }
    }
    default:
      return isThere(session, operation.d) ? accepted : { verdict: 'invalid', code: 'missing' }
  }
}

type SessionKind = Extract<OperationKind, `session.${string}`>
type Phase = 'not-closed' | 'planned' | 'open' | 'closed'

/** When each act of a session may be done. Total: a new kind does not compile until it is placed. */
export const phases: Readonly<Record<SessionKind, Phase>> = {
  'session.plan@1': 'planned',
  'session.change@1': 'not-closed',
  'session.attend@1': 'not-closed',
  'session.give-proxy@1': 'not-closed',
  'session.sign-proxy@1': 'not-closed',
  'session.withdraw-proxy@1': 'not-closed',
  'session.substitute@1': 'not-closed',
  'session.travel@1': 'not-closed',
  'session.explain@1': 'not-closed',
  'session.write-debate@1': 'not-closed',
  'session.keep-draft@1': 'not-closed',
  'session.open@1': 'planned',
  'session.move@1': 'open',
  'session.point@1': 'open',
  'session.pause@1': 'open',
  'session.resume@1': 'open',
  'session.reveal@1': 'open',
  'session.decide@1': 'open',
  'session.amend@1': 'open',
  'session.correct-hour@1': 'open',
  'session.close@1': 'open',
  'session.rectify@1': 'closed',
  'session.minutes@1': 'closed',
  'session.record-act@1': 'closed',
}

/** After the closing everything that is not allowed was already `late` [SY8]. */
function phaseRuling(phase: Phase, status: Session['status']): Ruling {
  if (phase === 'open' && status !== 'open') return { verdict: 'closed', code: 'not-open' }
  if (phase === 'planned' && status !== 'planned') return { verdict: 'closed', code: 'not-planned' }
  if (phase === 'closed' && status !== 'closed') return { verdict: 'closed', code: 'not-closed' }
  return accepted
}

/** An agenda announces points. What was said on one is of the scope of that point, and not everybody reads it [SY1]. */
const planRuling = ({ agenda }: OperationData['session.plan@1']): Ruling =>
  agenda.some(saysOfPoint) ? said : accepted

/** An act names a point that is on the agenda, or none. */
function isThere(session: Session, data: unknown): boolean {
  const named = data as { readonly itemId?: unknown; readonly what?: { readonly itemId?: unknown } }
  const itemId = named.itemId ?? named.what?.itemId ?? null
  return itemId === null || session.agenda.some(({ id }) => id === itemId)
}

/** What the point would give, once what was said of it holds. */
function thenMoney(trial: Trial, session: Session, ruling: Ruling): Ruling {
  if (ruling.verdict !== 'ok') return ruling
  const operation = fromCommitted(trial.operation) as SessionAct
  const { itemId } = trial.operation.d as { readonly itemId: string | null }
  return moneyRuling(trial, sessionAfter(session, operation), itemId)
}

/** A point that was decided stays on the agenda, on its candidature, whatever its author had seen. */
const keepsDecided = (session: Session, agenda: readonly WrittenAgendaItem[]): boolean =>
  session.agenda.every(
    ({ id, candidatureId, outcome }) =>
      outcome === null || agenda.some((item) => item.id === id && item.candidatureId === candidatureId),
  )

const dropped: Ruling = { verdict: 'conflict', code: 'changed-meanwhile' }
const said: Ruling = { verdict: 'invalid', code: 'said' }
const noQuorum: Ruling = { verdict: 'no-quorum', code: 'quorum' }
