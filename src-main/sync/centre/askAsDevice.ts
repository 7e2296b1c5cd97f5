import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { CentreQuestion } from '../../adapters/network/client/askCentre.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { askOrganisation, makeContact } from './centreAccount.ts'
import { type CentrePlace, centreOf } from './centrePlace.ts'

/** A question to the accounts of the centre, but for the session. */
export type AccountQuestion = Omit<CentreQuestion, 'session'>

/**
 * [HS10] Asks the centre of this file, in a session that the key of this laptop opens. Refuses `sync.no-centre`,
 * `sync.must-enrol`, `sync.server-changed`, and as `askOrganisation`.
 */
export async function askAsDevice(
  sharing: FileSharing,
  question: AccountQuestion,
  { timers }: SyncPorts,
): Promise<Result<{ readonly answer: Json; readonly place: CentrePlace }>> {
  const place = centreOf(sharing)
  const key = sharing.device()
  if (place === null) return refuse('sync.no-centre')
  if (key === null) return refuse('sync.must-enrol')
  const contact = await makeContact(place, key, timers)
  if (!contact.ok) return contact
  if (Buffer.compare(contact.value.authorityKey, place.authorityKey) !== 0)
    return refuse('sync.server-changed')
  const answered = await askOrganisation(place, { ...question, session: contact.value.session }, timers)
  return answered.ok ? ok({ answer: answered.value, place }) : answered
}
