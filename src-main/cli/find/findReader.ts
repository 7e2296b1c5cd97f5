import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../answer.ts'

export type KeyReader =
  | { readonly kind: 'room' }
  | { readonly kind: 'device'; readonly deviceId: string; readonly name: string }

/** For whom a key is made: « salle », the name of a person who has one laptop, or the id of a laptop. */
export async function findReader(
  dispatcher: Dispatcher,
  written: string,
): Promise<{ ok: true; value: KeyReader } | { ok: false; refusal: Refusal } | Refused> {
  const wanted = foldForSearch(written)
  if (wanted === 'salle' || wanted === 'room') return { ok: true, value: { kind: 'room' } }
  const readers = await dispatcher.call('bundle.recipients', {})
  if (!readers.ok) return readers
  const found = readers.value.filter(
    ({ deviceId, name }) => deviceId === written || foldForSearch(name) === wanted,
  )
  const [only] = found
  if (only !== undefined && found.length === 1)
    return { ok: true, value: { kind: 'device', deviceId: only.deviceId, name: only.name } }
  const known = readers.value.map(({ name, deviceId }) => `${name} (${deviceId})`).join(', ')
  const sentence =
    found.length > 1
      ? `« ${written} » a plusieurs postes. Rien n’a été écrit. Donnez l’identifiant de l’un d’eux : ${found.map(({ deviceId }) => deviceId).join(', ')}.`
      : `Aucun poste connu n’est celui de « ${written} ». Rien n’a été écrit. ${
          known === ''
            ? 'Aucun autre poste n’est encore connu de ce fichier : envoyez et recevez d’abord.'
            : `Postes connus : ${known} ; ou « salle ».`
        }`
  return refused('entity.missing', sentence, { reader: written })
}
