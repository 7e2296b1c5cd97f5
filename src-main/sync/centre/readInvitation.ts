import { ok, type Result } from '#shared/kernel/result.ts'
import {
  type CentreInvitation,
  readCentreInvitation,
} from '../../adapters/network/joining/centreInvitation.ts'

/**
 * What was pasted: a whole invitation, or « organisation/code » beside an address, as the first start of a server shows
 * them. Refuses `sync.invitation-malformed`.
 */
export function readInvitation(origin: string, typed: string): Result<CentreInvitation> {
  const [, organisation, code] =
    /^\s*([A-Za-z0-9._-]{8,64})\s*\/\s*([A-Za-z0-9 -]{24,64})\s*$/.exec(typed) ?? []
  if (organisation === undefined || code === undefined) return readCentreInvitation(typed)
  const address = /^https:\/\//i.test(origin.trim()) ? origin.trim() : `https://${origin.trim()}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null) return readCentreInvitation(typed)
  return ok({ origin: url.origin, organisation, code: code.trim(), pin: null })
}
