import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import { knownSchema } from '#shared/operations/judge/judge.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { writeFirstSync } from '../../adapters/bundles/firstSyncWrite.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import { askCentre } from '../../adapters/network/client/askCentre.ts'
import type { CentreInvitation } from '../../adapters/network/joining/centreInvitation.ts'
import type { SyncPorts } from '../syncPorts.ts'
import {
  askOrganisation,
  type CentreDoor,
  committeeAt,
  enrolByCode,
  makeContact,
  whoAmI,
} from './centreAccount.ts'
import { keepCentre, organisationPath } from './centrePlace.ts'

/**
 * [SY32] Puts a file that is alone on a server: enrols this laptop, brings the file as it stands, and makes it the first copy
 * of the log that goes on from it. Cut anywhere, it is asked again with the same invitation and goes on. Refuses
 * `sync.already-shared`, `sync.other-committee`, `account.not-allowed` to who is neither secretariat nor administrator,
 * what the accounts of the centre refuse, and the way there.
 */
export async function linkFile(
  file: ShareableFile,
  invitation: CentreInvitation,
  ports: SyncPorts,
  onProgress: (done: number, total: number) => void,
): Promise<Result<null>> {
  const { sharing } = file
  if (sharing.state().sharing === 'shared') return refuse('sync.already-shared')
  const held = await committeeAt(invitation, ports.timers)
  if (!held.ok) return held
  if (held.value !== null && held.value !== file.fileId) return refuse('sync.other-committee')
  const key = sharing.prepareDevice()
  // A cut after the enrolment: the code has served, and the key is known.
  const enrolled = await enrolByCode(invitation, invitation.code, key, ports.deviceName, ports.timers)
  const welcomed =
    !enrolled.ok &&
    (enrolled.refusal.code === 'account.device-known' || enrolled.refusal.code === 'account.code-refused')
      ? orFirst(await makeContact(invitation, key, ports.timers), enrolled)
      : enrolled
  if (!welcomed.ok) return welcomed
  const { session, authorityKey } = welcomed.value
  const service = await holdSecretariat(invitation, session, ports)
  if (!service.ok) return service
  const { user, name, mandates } = service.value
  const log = centreLog(invitation.organisation)
  const brought = await bring(file, invitation, session, key, ports, onProgress)
  if (!brought.ok) return brought
  keepCentre(sharing, {
    origin: invitation.origin,
    organisation: invitation.organisation,
    authority: centreUser,
    authorityKey,
    log,
    pin: invitation.pin,
  })
  return sharing.share({ user, name, device: key.id, log, mandates })
}

const orFirst = <T>(second: Result<T>, first: Result<T>): Result<T> => (second.ok ? second : first)

/** Name of the log of an organisation, for ever. */
export const centreLog = (organisation: string): string => `centre/${organisation}`

/** The first administrator of a small commune is its secretary as well: the laptop that brings the file must hold that right. */
async function holdSecretariat(door: CentreDoor, session: string, { timers }: SyncPorts) {
  const me = await whoAmI(door, session, timers)
  if (!me.ok) return me
  const holds = (role: string) => me.value.mandates.some((mandate) => mandate.role === role && !mandate.ended)
  if (!holds('secretariat')) {
    if (!holds('administrator')) return refuse('account.not-allowed')
    const body = { userId: me.value.id, role: 'secretariat' }
    const given = await askOrganisation(door, { method: 'POST', path: '/mandates', session, body }, timers)
    if (!given.ok) return given
  }
  const now = await whoAmI(door, session, timers)
  if (!now.ok) return now
  return ok({ user: now.value.id, name: now.value.name, mandates: now.value.mandates })
}

interface Standing {
  readonly chunks: number
  readonly founded: boolean
}

/** Chunk by chunk; what the centre has is not sent again. */
async function bring(
  file: ShareableFile,
  door: CentreDoor,
  session: string,
  key: { readonly id: string; readonly privateKey: Uint8Array },
  ports: SyncPorts,
  onProgress: (done: number, total: number) => void,
): Promise<Result<null>> {
  const chunks: Uint8Array[] = []
  const announced = writeFirstSync(
    {
      org: file.fileId,
      log: centreLog(door.organisation),
      scope: 'file',
      g: 0,
      r: base64UrlEncode(new Uint8Array(32)),
      sv: knownSchema,
    },
    file.sharing.states() as unknown as Iterable<Json>,
    (_index, bytes) => chunks.push(bytes),
    { ...ports.crypto, ...nodeSigner(key.privateKey) },
  )
  const body = {
    manifest: base64UrlEncode(announced.manifest),
    signature: base64UrlEncode(announced.signature),
  }
  const begun = await askOrganisation(
    door,
    { method: 'POST', path: '/founding', session, body },
    ports.timers,
  )
  if (!begun.ok) return begun
  let standing = begun.value as unknown as Standing
  while (!standing.founded && standing.chunks < chunks.length) {
    onProgress(standing.chunks, chunks.length)
    const sent = await askCentre(
      { origin: door.origin, ...(door.pin === null ? {} : { pin: door.pin }) },
      {
        method: 'PUT',
        path: `${organisationPath(door.organisation)}/founding/chunks/${standing.chunks}`,
        session,
        bytes: chunks[standing.chunks] ?? new Uint8Array(),
      },
      ports.timers,
    )
    if (!sent.ok) return sent
    standing = sent.value as unknown as Standing
  }
  onProgress(chunks.length, chunks.length)
  const finished = await askOrganisation(
    door,
    { method: 'POST', path: '/founding/finish', session },
    ports.timers,
  )
  return finished.ok ? ok(null) : finished
}
