import type { Session } from '#shared/domain/session/session.ts'
import type { Aggregate } from '../authority/aggregate.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { pairOf } from '../scopes/scopeOf.ts'
import type { Trial } from './trial.ts'

/**
 * [SY8] After the freeze of a session, whatever touches it, or a dossier or candidature that it decided, with the sheets
 * and recusals of that candidature, is `late`; only its rectifying acts, the steps of its minutes and the act that follows
 * are applied.
 */
export function freezeRuling({ operation, rows }: Trial, before: Aggregate | null): Ruling {
  const slash = operation.e.indexOf('/')
  const id = operation.e.slice(slash + 1)
  switch (operation.e.slice(0, slash)) {
    case 'session': {
      const session = before?.state as Session | null | undefined
      return session?.status !== 'closed' || followsTheClosing.includes(operation.k)
        ? accepted
        : { verdict: 'late', code: 'session-closed' }
    }
    case 'dossier':
    case 'candidature':
      return rows.row('frozen', operation.e) === null ? accepted : decided
    case 'sheet':
    case 'recusal':
      return rows.row('frozen', `candidature/${pairOf(id).candidature}`) === null ? accepted : decided
    default:
      return accepted
  }
}

const followsTheClosing: readonly string[] = [
  'session.rectify@1',
  'session.minutes@1',
  'session.record-act@1',
]
const decided: Ruling = { verdict: 'late', code: 'dossier-decided' }
