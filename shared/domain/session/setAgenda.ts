import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { AgendaEntry } from './agendaEntry.ts'
import type { AgendaItem, Session } from './session.ts'

/**
 * [SE3] The agenda, in order. What was already said or decided stays with its item; a decided item neither leaves the
 * agenda nor changes its candidature.
 *
 * Refusals: `session.closed`; `session.agenda-invalid` with `problems`: `duplicate-item:<id>`,
 * `duplicate-candidature:<id>` (twice as the same kind of point), `kind:<id>` (a free point names no candidature, any other
 * names one), `minutes:<id>` (1 to 600), `title:<id>` (empty), `decided-item:<id>`.
 */
export function setAgenda(session: Session, entries: readonly AgendaEntry[]): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  const known = new Map(session.agenda.map((item) => [item.id, item]))
  const problems = [
    ...twice(entries.map((entry) => entry.id)).map((id) => `duplicate-item:${id}`),
    ...twice(
      entries.flatMap(({ kind, candidatureId }) =>
        candidatureId === null ? [] : `${kind}/${candidatureId}`,
      ),
    ).map((place) => `duplicate-candidature:${place.slice(place.indexOf('/') + 1)}`),
    ...entries
      .filter(({ kind, candidatureId }) => (kind === 'free') !== (candidatureId === null))
      .map(({ id }) => `kind:${id}`),
    ...entries
      .filter(
        ({ plannedMinutes }) => plannedMinutes !== null && !(plannedMinutes > 0 && plannedMinutes <= 600),
      )
      .map(({ id }) => `minutes:${id}`),
    ...entries.filter((entry) => entry.title.trim() === '').map((entry) => `title:${entry.id}`),
    ...session.agenda
      .filter((item) => item.outcome && !keeps(item, entries))
      .map((i) => `decided-item:${i.id}`),
  ]
  if (problems.length > 0) return refuse('session.agenda-invalid', { problems })
  const agenda = entries.map((entry): AgendaItem => {
    const { id, kind, candidatureId, title, rapporteurId, plannedMinutes, theme, slot, questionerId } = entry
    const announced = {
      id,
      kind,
      candidatureId,
      title,
      rapporteurId,
      plannedMinutes,
      theme,
      slot,
      questionerId,
    }
    return { ...nothingSaid, ...known.get(id), ...announced }
  })
  return ok({ ...session, agenda })
}

/** What a point just announced holds. */
export const nothingSaid = {
  debate: '',
  draft: '',
  runs: [],
  marksRevealedAt: null,
  outcome: null,
} as const satisfies Partial<AgendaItem>

const twice = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]

const keeps = (item: AgendaItem, entries: readonly AgendaEntry[]): boolean =>
  entries.some((entry) => entry.id === item.id && entry.candidatureId === item.candidatureId)
