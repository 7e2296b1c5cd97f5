import type { AgendaEntry } from '#shared/domain/session/agendaEntry.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { newId } from '../newId.ts'
import type { UseCaseContext } from '../ports.ts'
import { rankingOfCall } from '../ranking/rankingOfCall.ts'

/**
 * Running candidatures that no session of the call has settled, in the order of the ranking, then by number. Sessions
 * of `freed` give theirs back. A hearing or a milestone review settles nothing.
 */
export function agendaOfCall(
  context: UseCaseContext,
  callId: string,
  freed: readonly Session[] = [],
): readonly AgendaEntry[] {
  const freedIds = new Set(freed.map(({ id }) => id))
  const settled = new Set(
    context.file
      .all('session')
      .filter((session) => session.callId === callId && !freedIds.has(session.id))
      .flatMap(({ agenda, status }) =>
        agenda
          .filter(
            ({ kind, outcome }) =>
              kind === 'candidature' && (status !== 'closed' || outcome?.opinion !== 'deferred'),
          )
          .map(({ candidatureId }) => candidatureId),
      ),
  )
  const ranking = rankingOfCall(context.file, callId)
  const order = new Map(
    ranking.ok ? ranking.value.ranking.rows.map((row, index) => [row.candidatureId, index]) : [],
  )
  const position = (id: string): number => order.get(id) ?? order.size
  return context.file
    .candidaturesOfCall(callId)
    .filter(
      ({ candidature }) =>
        candidature.status === 'submitted' && candidature.mergedInto === null && !settled.has(candidature.id),
    )
    .sort(
      (a, b) =>
        position(a.candidature.id) - position(b.candidature.id) ||
        a.candidature.number - b.candidature.number,
    )
    .map(({ candidature, dossier }) => ({
      id: newId(context),
      kind: 'candidature',
      candidatureId: candidature.id,
      title: `${dossier.applicant.name} – ${dossier.title}`,
      rapporteurId: null,
      plannedMinutes: null,
      theme: candidature.theme,
      slot: null,
      questionerId: null,
    }))
}
