import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'

type Entry = Pick<AgendaItem, 'id' | 'candidatureId' | 'title' | 'rapporteurId'>

/** Writes the agenda whole; what was said and decided stays with its item. */
export function useAgenda(session: Session): {
  readonly write: (agenda: readonly Entry[]) => void
  readonly refusal: Refusal | null
} {
  const { act, refusal } = useAct('session.change')
  return {
    refusal,
    write: (agenda) =>
      void act({
        sessionId: session.id,
        set: {
          agenda: agenda.map(({ id, candidatureId, title, rapporteurId }) => ({
            id,
            candidatureId,
            title,
            rapporteurId,
          })),
        },
      }),
  }
}
