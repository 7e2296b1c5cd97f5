import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'

/** [NW10] What the way to a machine refuses speaks of a room; the same of the centre is said of the server, at its whole address. */
export function sayOfCentre<T>(result: Result<T>, origin: string): Result<T> {
  if (result.ok) return result
  const { code, details } = result.refusal
  return { ok: false, refusal: { code: centreCode(code), details: { ...details, address: origin } } }
}

/** Its code alone, where nothing more is known. */
export const centreCode = (code: RefusalCode): RefusalCode => spokenOfServer.get(code) ?? code

const spokenOfServer: ReadonlyMap<Refusal['code'], RefusalCode> = new Map([
  ['network.nobody-answers', 'server.silent'],
  ['network.room-closed', 'server.silent'],
  ['network.devices-isolated', 'server.silent'],
  ['network.lost', 'server.lost'],
  ['network.other-machine', 'server.other-machine'],
  ['network.other-version', 'server.other-version'],
  ['network.address-invalid', 'server.address-invalid'],
  ['network.device-unknown', 'account.device-refused'],
  ['network.proof-refused', 'account.proof-refused'],
])
