import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { LeaseGiver } from '../room/newLease.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { askOrganisation, makeContact } from './centreAccount.ts'
import { centreOf } from './centrePlace.ts'

/** The centre signs the lease at the request of who may [SY14]. Refuses as `askOrganisation`, `server.act-refused`. */
export async function askForLease(
  sharing: FileSharing,
  { session, hub, successors, from, to }: Parameters<LeaseGiver['grant']>[0],
  { timers }: SyncPorts,
): Promise<Result<string>> {
  const place = centreOf(sharing)
  const key = sharing.device()
  if (place === null) return refuse('sync.no-centre')
  if (key === null) return refuse('sync.must-enrol')
  const contact = await makeContact(place, key, timers)
  if (!contact.ok) return contact
  const body = { session, hub, successors, from, to }
  const asked = await askOrganisation(
    place,
    { method: 'POST', path: '/leases', session: contact.value.session, body },
    timers,
  )
  if (!asked.ok) return asked
  const read = leaseAnswer.safeParse(asked.value)
  return read.success ? ok(read.data.lease) : refuse('server.other-version')
}

const leaseAnswer = z.object({ lease: z.string().min(1) })
