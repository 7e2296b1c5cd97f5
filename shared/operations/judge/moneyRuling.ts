import type { Call } from '#shared/domain/call/call.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { FundingFacts } from '#shared/domain/envelope/admits.ts'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import { givenBySessions } from '#shared/domain/envelope/givenBySessions.ts'
import { effectiveOutcome } from '#shared/domain/session/effectiveOutcome.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import type { Trial } from './trial.ts'

/**
 * [SY52] Whether the money that a session gives on a point is there, counted again over every session of its call as the
 * authority knows them: `conflict`, code `envelope`, when the whole, an envelope or a ceiling would be passed; `awarded` when
 * another session of the call already gives to this candidature. What gives nothing is never refused.
 * @param after the session as it would become.
 */
export function moneyRuling({ rows }: Pick<Trial, 'rows'>, after: Session, itemId: string | null): Ruling {
  const amountCents = itemId === null ? 0 : (effectiveOutcome(after, itemId)?.amountCents ?? 0)
  if (amountCents === 0) return accepted
  const stateOf = <T>(entity: string): T | null => (rows.row('aggregate', entity)?.state ?? null) as T | null
  const others = (rows.row('index', 'sessions')?.ids ?? [])
    .filter((id) => id !== after.id)
    .flatMap((id) => stateOf<Session>(`session/${id}`) ?? [])
    .filter(({ callId }) => callId === after.callId)
  const item = after.agenda.find(({ id }) => id === itemId)
  if (item?.kind === 'candidature' && others.some((other) => gives(other, item.candidatureId))) return awarded
  const call = stateOf<Call>(`call/${after.callId}`)
  if (call === null) return accepted
  const factsOf = (candidatureId: string | null): FundingFacts => {
    const candidature = stateOf<Candidature>(`candidature/${candidatureId}`)
    const dossier = candidature && stateOf<Dossier>(`dossier/${candidature.dossierId}`)
    return {
      theme: candidature?.theme ?? '',
      departmentCode: dossier?.applicant.department?.code ?? null,
    }
  }
  const { whole, envelopes, quotas } = envelopeBalance(
    call.rules,
    givenBySessions([...others, after], factsOf),
  )
  const lines = [...(whole === null ? [] : [whole]), ...envelopes, ...quotas]
  return lines.some(({ givenCents, totalCents }) => givenCents > totalCents) ? passed : accepted
}

const gives = (session: Session, candidatureId: string | null): boolean =>
  session.agenda.some(
    (item) =>
      item.kind === 'candidature' &&
      item.candidatureId === candidatureId &&
      (effectiveOutcome(session, item.id)?.amountCents ?? 0) > 0,
  )

const passed: Ruling = { verdict: 'conflict', code: 'envelope' }
const awarded: Ruling = { verdict: 'conflict', code: 'awarded' }
