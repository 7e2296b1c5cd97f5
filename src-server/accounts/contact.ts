import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { AccountContext } from './accountContext.ts'
import { type EnrolmentRequest, proveKey, readDevice, renewCertificate } from './devices.ts'
import type { Enrolled } from './join.ts'
import { openSession } from './loginSessions.ts'

/**
 * A device says that it is there: its certificate is renewed, a session opened (SV9). Refuses `account.proof-refused`,
 * and `account.device-refused` when it is not enrolled or no longer valid, which it learns only once it proved a key.
 */
export async function contact(
  context: AccountContext,
  organisation: string,
  request: Pick<EnrolmentRequest, 'device' | 'publicKey' | 'challenge' | 'proof'>,
): Promise<Result<Enrolled>> {
  return context.database.transact(async (writer) => {
    const proven = await proveKey(context, writer, organisation, request)
    if (!proven.ok) return proven
    const device = await readDevice(writer, organisation, request.device)
    const isItsKey = device !== null && Buffer.from(device.publicKey).equals(request.publicKey)
    if (!isItsKey || device.standing !== 'valid') return refuse('account.device-refused')
    const { userId } = device
    const certificate = await renewCertificate(context, writer, organisation, device)
    const session = await openSession(context, writer, organisation, { userId, device: device.id })
    return ok({ userId, certificate, session })
  })
}
