import { ok, type Result } from '#shared/kernel/result.ts'
import type { AccountContext } from './accountContext.ts'
import { holdOrganisation } from './controlActs.ts'
import type { SignedCertificate } from './deviceCertificate.ts'
import { checkNewDevice, type EnrolmentRequest, enrolDevice } from './devices.ts'
import { type OpenedSession, openSession } from './loginSessions.ts'
import { openInvitation } from './openInvitation.ts'

/** What a device has once it is enrolled. */
export interface Enrolled {
  readonly userId: string
  readonly certificate: SignedCertificate
  readonly session: OpenedSession
}

/**
 * Opens an invitation from a new device: account, mandate, device, certificate, session. Refuses
 * `account.proof-refused`, `account.device-known`, `account.code-refused`. A refusal changes nothing but what keeps it
 * from being tried for ever: the challenge has served, a wrong code is counted.
 */
export async function join(
  context: AccountContext,
  organisation: string,
  { code, ownName }: { readonly code: string; readonly ownName: string | null },
  request: EnrolmentRequest,
): Promise<Result<Enrolled>> {
  return context.database.transact(async (writer) => {
    await holdOrganisation(writer, organisation)
    // Before the invitation is used: nothing after it can be refused any more.
    const isNew = await checkNewDevice(context, writer, organisation, request)
    if (!isNew.ok) return isNew
    const opened = await openInvitation(context, writer, organisation, code, ownName)
    if (!opened.ok) return opened
    const certificate = await enrolDevice(context, writer, organisation, opened.value, request)
    const { userId } = opened.value
    const session = await openSession(context, writer, organisation, { userId, device: request.device })
    return ok({ userId, certificate, session })
  })
}
