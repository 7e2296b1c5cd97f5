import type { AllocationRules, Call } from '#shared/domain/call/call.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { RankedEntry } from '#shared/domain/envelope/rankedEntry.ts'
import type { DecidedAward } from '#shared/domain/envelope/waitingListProposals.ts'
import { effectiveOutcomes } from '#shared/domain/session/effectiveOutcome.ts'
import type { ItemOutcome, Session } from '#shared/domain/session/session.ts'
import { addCents, zeroCents } from '#shared/kernel/cents.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader } from '../ports.ts'
import { rankingOfCall } from '../ranking/rankingOfCall.ts'

/** The ranked list of a call as scenarios and the optimum read it, with what was decided so far. */
export interface MoneyOfCall {
  readonly call: Call
  readonly rules: AllocationRules
  /** In rank order, the unranked last. */
  readonly ranked: readonly RankedEntry[]
  /** By candidature id; what is deferred or not examined is not there. */
  readonly decided: ReadonlyMap<string, DecidedAward & Pick<ItemOutcome, 'opinion'>>
  candidature(candidatureId: string): Candidature | null
  dossier(candidatureId: string): Dossier | null
}

/** Refusals: those of `rankingOfCall`. */
export function moneyOfCall(reader: Reader, callId: string): Result<MoneyOfCall> {
  const call = loadOrRefuse(reader, 'call', callId)
  if (!call.ok) return call
  const ranking = rankingOfCall(reader, callId)
  if (!ranking.ok) return ranking
  const { byId } = ranking.value
  const ranked = ranking.value.ranking.rows.flatMap((row): readonly RankedEntry[] => {
    const entry = byId.get(row.candidatureId)
    if (entry === undefined) return []
    const { requestedCents, eligibleBaseCents, minimumViableCents, maximumUsefulCents, theme } =
      entry.candidature
    return [
      {
        candidatureId: row.candidatureId,
        rank: row.rank,
        score: row.score.total,
        selectable: row.award.status !== 'not-selected',
        requestedCents,
        eligibleBaseCents,
        minimumViableCents,
        maximumUsefulCents,
        theme,
        departmentCode: entry.dossier.applicant.department?.code ?? null,
      },
    ]
  })
  return ok({
    call: call.value,
    rules: call.value.rules,
    ranked,
    decided: decidedIn(reader.all('session').filter((session) => session.callId === callId)),
    candidature: (id) => byId.get(id)?.candidature ?? null,
    dossier: (id) => byId.get(id)?.dossier ?? null,
  })
}

/** Session after session; what several of them give adds up, the last one says the opinion. */
function decidedIn(sessions: readonly Session[]): MoneyOfCall['decided'] {
  const decided = new Map<string, DecidedAward & Pick<ItemOutcome, 'opinion'>>()
  for (const session of sessions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)))
    for (const [index, outcome] of effectiveOutcomes(session).entries()) {
      const item = session.agenda[index]
      if (item?.kind !== 'candidature' || item.candidatureId === null) continue
      if (outcome === null || outcome.opinion === 'deferred') continue
      const before = decided.get(item.candidatureId)
      decided.set(item.candidatureId, {
        opinion: outcome.opinion,
        amountCents: addCents(before?.amountCents ?? zeroCents, outcome.amountCents ?? zeroCents),
        funding: [...(before?.funding ?? []), ...outcome.funding],
        waitingList: outcome.waitingList,
      })
    }
  return decided
}
