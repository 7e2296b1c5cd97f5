import { type Result, refuse } from '#shared/kernel/result.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { askOrganisation, makeContact } from './centreAccount.ts'
import { centreOf, keepCentre } from './centrePlace.ts'

/**
 * Retires this laptop at the centre and forgets the way there: what it wrote until now holds, and is read here as before.
 * Refuses `sync.no-centre`, `sync.must-enrol`, as `askOrganisation`.
 */
export async function leaveCentre(sharing: FileSharing, { timers }: SyncPorts): Promise<Result<null>> {
  const place = centreOf(sharing)
  const key = sharing.device()
  if (place === null) return refuse('sync.no-centre')
  if (key === null) return refuse('sync.must-enrol')
  const contact = await makeContact(place, key, timers)
  if (!contact.ok) return contact
  const lastSeq = sharing.copy.row('ownHead', 'own')?.seq ?? 0
  const { session } = contact.value
  const path = `/devices/${encodeURIComponent(key.id)}/revoke`
  const body = { cause: 'retired', lastSeq }
  const retired = await askOrganisation(place, { method: 'POST', path, session, body }, timers)
  if (!retired.ok) return retired
  keepCentre(sharing, null)
  sharing.mustEnrol('revoked')
  return { ok: true, value: null }
}
