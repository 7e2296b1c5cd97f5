import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../answer.ts'

/** The session given by its id, its number in `list sessions` (1 is the earliest), the number of its minutes, or « last ». */
export async function findSession(
  dispatcher: Dispatcher,
  written: string,
): Promise<{ ok: true; value: SessionSummary } | { ok: false; refusal: Refusal } | Refused> {
  const listed = await dispatcher.call('session.list', {})
  if (!listed.ok) return listed
  const sessions = inOrder(listed.value)
  const found =
    written === 'last'
      ? sessions.at(-1)
      : sessions.find(
          (session, index) =>
            session.id === written || session.number === written || String(index + 1) === written,
        )
  if (found) return { ok: true, value: found }
  const sentence =
    sessions.length === 0
      ? 'Le fichier ne contient aucune séance. Rien n’a été modifié. Prévoyez-en une avec « delibere session FICHIER plan ».'
      : `La séance « ${written} » n’existe pas. Rien n’a été modifié. Voyez-les avec « delibere list FICHIER sessions ».`
  return refused('entity.missing', sentence, { session: written })
}

/** By date, then by time of creation (ids are time-ordered): the numbers that a person is shown. */
export const inOrder = (sessions: readonly SessionSummary[]): readonly SessionSummary[] =>
  [...sessions].sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
