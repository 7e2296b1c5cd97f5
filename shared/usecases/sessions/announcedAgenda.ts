import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { WrittenAgendaItem } from '#shared/operations/operation.ts'

/**
 * [SY1, UC30] The agenda as it is written: what is announced of each point. What was said, shown or decided on a point is
 * written on the point itself, and stays with it when it is announced again.
 */
export const announcedAgenda = (agenda: readonly AgendaItem[]): readonly WrittenAgendaItem[] =>
  agenda.map(
    ({ id, kind, candidatureId, title, rapporteurId, plannedMinutes, theme, slot, questionerId }) => ({
      id,
      kind,
      candidatureId,
      title,
      rapporteurId,
      plannedMinutes,
      theme,
      slot,
      questionerId,
    }),
  )
