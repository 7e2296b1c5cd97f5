import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Call } from '#shared/domain/call/call.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../answer.ts'

/** The call named on the command line (case and accents do not matter), or the only one there is. */
export async function findCall(
  dispatcher: Dispatcher,
  name: string | undefined,
): Promise<{ ok: true; value: Call } | { ok: false; refusal: Refusal } | Refused> {
  const listed = await dispatcher.call('call.list', {})
  if (!listed.ok) return listed
  const calls = listed.value.map(({ call }) => call)
  const [only] = calls
  if (name === undefined && only !== undefined && calls.length === 1) return { ok: true, value: only }
  const found = calls.find((call) => call.id === name || sameText(call.name, name ?? ''))
  if (found) return { ok: true, value: found }
  const names = calls.map((call) => `« ${call.name} »`).join(', ')
  const known = calls.length === 0 ? 'Le fichier ne contient aucun appel.' : `Le fichier contient : ${names}.`
  return refused(
    'entity.missing',
    name === undefined
      ? `Précisez l’appel avec --call. ${known}`
      : `L’appel « ${name} » n’existe pas. Rien n’a été modifié. ${known}`,
    { call: name ?? '' },
  )
}

const sameText = (one: string, other: string): boolean => foldForSearch(one) === foldForSearch(other)
