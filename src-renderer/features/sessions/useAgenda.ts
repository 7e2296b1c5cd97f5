import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'

type Named = Pick<AgendaItem, 'id' | 'candidatureId' | 'title' | 'rapporteurId'>
type Entry = Named & Partial<Pick<AgendaItem, 'kind' | 'plannedMinutes' | 'theme' | 'slot' | 'questionerId'>>

/** Writes the agenda whole; what was said and decided stays with its item. */
export function useAgenda(session: Session): {
  readonly write: (agenda: readonly Entry[]) => void
  readonly refusal: Refusal | null
} {
  const { act, refusal } = useAct('session.change')
  return {
    refusal,
    write: (agenda) => void act({ sessionId: session.id, set: { agenda: agenda.map(announced) } }),
  }
}

const announced = ({ id, candidatureId, title, rapporteurId, ...rest }: Entry) => ({
  id,
  kind: rest.kind,
  candidatureId,
  title,
  rapporteurId,
  plannedMinutes: rest.plannedMinutes ?? null,
  theme: rest.theme ?? '',
  slot: rest.slot ?? null,
  questionerId: rest.questionerId ?? null,
})
