import type { InputOf } from '#shared/contract/contract.ts'
import type { AgendaItem } from '#shared/domain/session/session.ts'

type AgendaEntry = NonNullable<InputOf<'session.change'>['set']['agenda']>[number]

/** What the agenda announces of a point, to give it another place and nothing else. */
export const agendaEntryOf = (item: AgendaItem): AgendaEntry => ({
  id: item.id,
  kind: item.kind,
  candidatureId: item.candidatureId,
  title: item.title,
  rapporteurId: item.rapporteurId,
  plannedMinutes: item.plannedMinutes,
  theme: item.theme,
  slot: item.slot,
  questionerId: item.questionerId,
})
