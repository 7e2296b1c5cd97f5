import { ok, type Result } from '#shared/kernel/result.ts'
import type { AccountContext } from './accountContext.ts'
import { holdOrganisation } from './controlActs.ts'
import { checkNewDevice, type EnrolmentRequest, enrolDevice } from './devices.ts'
import type { Enrolled } from './join.ts'
import { openSession } from './loginSessions.ts'

/**
 * Enrols another device of somebody whom the identity provider has just confirmed. It may not be a hub: that is for an
 * administrator to say, by an invitation. Refuses `account.proof-refused`, `account.device-known`.
 */
export async function enrolOwnDevice(
  context: AccountContext,
  organisation: string,
  userId: string,
  request: EnrolmentRequest,
): Promise<Result<Enrolled>> {
  return context.database.transact(async (writer) => {
    await holdOrganisation(writer, organisation)
    const isNew = await checkNewDevice(context, writer, organisation, request)
    if (!isNew.ok) return isNew
    const certificate = await enrolDevice(context, writer, organisation, { userId, mayHub: false }, request)
    const session = await openSession(context, writer, organisation, { userId, device: request.device })
    return ok({ userId, certificate, session })
  })
}
