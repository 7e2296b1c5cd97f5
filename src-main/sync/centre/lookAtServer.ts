import type { ServerLook } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { askCentre } from '../../adapters/network/client/askCentre.ts'
import { readCentreInvitation } from '../../adapters/network/joining/centreInvitation.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { keyInWords } from './keyInWords.ts'

/**
 * Whether a server of ours answers at that address, or at that of an invitation. Refuses `server.address-invalid`, and as
 * `askCentre`.
 */
export async function lookAtServer(typed: string, { timers }: SyncPorts): Promise<Result<ServerLook>> {
  const invitation = readCentreInvitation(typed)
  const address = /^https:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null) return refuse('server.address-invalid', { address: typed })
  const pin = invitation.ok ? invitation.value.pin : null
  const { origin } = invitation.ok ? invitation.value : url
  const asked = await askCentre(
    { origin, ...(pin === null ? {} : { pin }) },
    { method: 'GET', path: '/health' },
    timers,
  )
  if (!asked.ok) return asked
  return ok({ origin, fingerprint: pin && keyInWords(pin) })
}
