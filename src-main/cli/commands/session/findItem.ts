import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../../answer.ts'

/** The item of the agenda about this candidature, with the session around it. */
export async function findItem(
  dispatcher: Dispatcher,
  sessionId: string,
  number: number,
): Promise<
  { ok: true; item: SessionItemView; view: SessionView } | { ok: false; refusal: Refusal } | Refused
> {
  const view = await dispatcher.call('session.get', { sessionId })
  if (!view.ok) return view
  const item = view.value.items.find((candidate) => candidate.number === number)
  if (item) return { ok: true, item, view: view.value }
  return refused(
    'session.item-missing',
    `La candidature n° ${number} n’est pas à l’ordre du jour. Rien n’a été modifié. Voyez-le avec « delibere session FICHIER show ».`,
    { number },
  )
}
