import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { askCentre } from '../../adapters/network/client/askCentre.ts'
import {
  type CentreInvitation,
  readCentreInvitation,
} from '../../adapters/network/joining/centreInvitation.ts'
import type { SyncPorts } from '../syncPorts.ts'

/**
 * What was pasted: a whole invitation, or the code that goes with an address, where that server has one organisation and a
 * certificate that this machine trusts. Refuses `sync.invitation-malformed`, and as `askCentre`.
 */
export async function readInvitation(
  origin: string,
  typed: string,
  { timers }: SyncPorts,
): Promise<Result<CentreInvitation>> {
  const whole = readCentreInvitation(typed)
  if (whole.ok || origin.trim() === '' || !codeForm.test(typed)) return whole
  const address = /^https:\/\//i.test(origin.trim()) ? origin.trim() : `https://${origin.trim()}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null) return refuse('server.address-invalid', { address: origin })
  const asked = await askCentre({ origin: url.origin }, { method: 'GET', path: '/v1/server' }, timers)
  if (!asked.ok) return asked
  const server = serverAnswer.safeParse(asked.value)
  if (!server.success) return refuse('server.other-machine', { address: url.origin })
  const { organisation } = server.data
  return organisation === null
    ? refuse('sync.invitation-malformed')
    : ok({ origin: url.origin, organisation, code: typed.trim(), pin: null })
}

/** Twenty-four signs, in groups or not. */
const codeForm = /^\s*(?:[0-9A-Za-z][\s-]*){24}$/
const serverAnswer = z.object({ product: z.literal('delibere'), organisation: z.string().nullable() })
