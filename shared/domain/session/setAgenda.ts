import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { AgendaEntry } from './agendaEntry.ts'
import type { AgendaItem, Session } from './session.ts'

/**
 * [SE3] The agenda, in order. What was already said or decided stays with its item; a decided item neither leaves the
 * agenda nor changes its candidature.
 *
 * Refusals: `session.closed`; `session.agenda-invalid` with `problems`: `duplicate-item:<id>`,
 * `duplicate-candidature:<id>`, `title:<id>` (empty), `decided-item:<id>`.
 */
export function setAgenda(session: Session, entries: readonly AgendaEntry[]): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  const known = new Map(session.agenda.map((item) => [item.id, item]))
  const problems = [
    ...twice(entries.map((entry) => entry.id)).map((id) => `duplicate-item:${id}`),
    ...twice(entries.flatMap((entry) => entry.candidatureId ?? [])).map(
      (id) => `duplicate-candidature:${id}`,
    ),
    ...entries.filter((entry) => entry.title.trim() === '').map((entry) => `title:${entry.id}`),
    ...session.agenda
      .filter((item) => item.outcome && !keeps(item, entries))
      .map((i) => `decided-item:${i.id}`),
  ]
  if (problems.length > 0) return refuse('session.agenda-invalid', { problems })
  const agenda = entries.map(({ id, candidatureId, title, rapporteurId }) => ({
    id,
    candidatureId,
    title,
    rapporteurId,
    debate: known.get(id)?.debate ?? '',
    draft: known.get(id)?.draft ?? '',
    outcome: known.get(id)?.outcome ?? null,
  }))
  return ok({ ...session, agenda })
}

const twice = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]

const keeps = (item: AgendaItem, entries: readonly AgendaEntry[]): boolean =>
  entries.some((entry) => entry.id === item.id && entry.candidatureId === item.candidatureId)
