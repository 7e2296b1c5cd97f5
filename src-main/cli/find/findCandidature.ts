import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../answer.ts'
import { candidaturesOf } from './candidaturesOf.ts'

/** The candidature that bears this number in the call. */
export async function findCandidature(
  dispatcher: Dispatcher,
  callId: string,
  number: number,
): Promise<{ ok: true; value: CandidatureRow } | { ok: false; refusal: Refusal } | Refused> {
  const rows = await candidaturesOf(dispatcher, callId)
  if (!rows.ok) return rows
  const found = rows.value.find((row) => row.number === number)
  if (found) return { ok: true, value: found }
  return refused(
    'entity.missing',
    `L’appel n’a pas de candidature n° ${number}. Rien n’a été modifié. Voyez les numéros avec « delibere list FICHIER candidatures ».`,
    { number },
  )
}
