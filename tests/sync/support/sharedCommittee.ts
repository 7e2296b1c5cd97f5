import { join } from 'node:path'
import { openApplication, type TestApplication } from '#tests/support/openApplication.ts'
import { passphrase, type SmallCommittee, smallCommittee } from '#tests/usecases/smallCommittee.ts'
import { type CentreProcess, centreProcess } from './centreProcess.ts'
import { until } from './until.ts'

export interface SharedCommittee {
  readonly centre: CentreProcess
  readonly secretary: SmallCommittee
  readonly sessionId: string
  /** Another laptop of that member or of the service, with its copy. */
  joined(who: {
    readonly name: string
    readonly role: 'member' | 'chair' | 'secretariat'
    readonly memberId: string | null
    readonly mayHub?: boolean
  }): Promise<TestApplication & { readonly path: string }>
}

/** The small committee on a real server, with a session planned on its three candidatures. */
export async function sharedCommittee(): Promise<SharedCommittee> {
  const centre = await centreProcess()
  const secretary = await smallCommittee()
  const { sessionId } = await secretary.get('session.plan', {
    callId: secretary.callId,
    date: '2026-12-01',
    place: 'Mairie',
    convocation: null,
    secondConvocation: false,
  })
  await secretary.get('sync.link', { origin: '', invitation: centre.invitation })
  await settled(secretary)
  return {
    centre,
    secretary,
    sessionId,
    joined: async (who) => {
      const { invitation } = await secretary.get('sync.people.invite', who)
      const application = openApplication()
      const path = join(application.folder, 'copie.delibere')
      await application.get('sync.join', { origin: '', invitation, path, passphrase })
      await settled(application)
      return { ...application, path }
    },
  }
}

/** Connected, with nothing left to send. */
export const settled = (application: TestApplication): Promise<unknown> =>
  until('connected and settled', async () => {
    const { connection, toSend } = await application.get('sync.state', {})
    return connection === 'connected' && toSend === 0
  })
