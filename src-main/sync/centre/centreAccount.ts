import { hostname } from 'node:os'
import { z } from 'zod'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { roles } from '#shared/operations/rights/mandate.ts'
import type { DeviceKey } from '#shared/usecases/sharingPorts.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import { askCentre, type CentreQuestion } from '../../adapters/network/client/askCentre.ts'
import type { Timers } from '../../adapters/network/networkPorts.ts'
import { organisationPath } from './centrePlace.ts'

/** An organisation of a centre, as its invitation names it. */
export interface CentreDoor {
  readonly origin: string
  readonly organisation: string
  readonly pin: Uint8Array | null
}

/** What a device has once the centre knows it. */
export interface CentreWelcome {
  readonly userId: string
  /** Bearer of the questions that follow. */
  readonly session: string
  /** Raw Ed25519 key of the authority. */
  readonly authorityKey: Uint8Array
}

/** Asks the accounts of an organisation. @param path below the organisation, `/users`. */
export function askOrganisation(
  door: CentreDoor,
  question: CentreQuestion,
  timers: Timers,
): Promise<Result<Json>> {
  const { origin, organisation, pin } = door
  const path = organisationPath(organisation) + question.path
  return askCentre({ origin, ...(pin === null ? {} : { pin }) }, { ...question, path }, timers)
}

/** Enrols this laptop by a one-time code. Refuses `account.code-refused`, `account.device-known`, and as `askCentre`. */
export const enrolByCode = (
  door: CentreDoor,
  code: string,
  device: DeviceKey,
  deviceName: string,
  timers: Timers,
): Promise<Result<CentreWelcome>> =>
  prove(door, '/join', device, { code, name: (deviceName || hostname()).slice(0, 80) }, timers)

/** Says that this laptop is there: its certificate is renewed, a session opened. Refuses `account.device-refused`. */
export const makeContact = (
  door: CentreDoor,
  device: DeviceKey,
  timers: Timers,
): Promise<Result<CentreWelcome>> => prove(door, '/contact', device, {}, timers)

async function prove(
  door: CentreDoor,
  path: string,
  device: DeviceKey,
  more: Readonly<Record<string, Json>>,
  timers: Timers,
): Promise<Result<CentreWelcome>> {
  const given = await askOrganisation(door, { method: 'POST', path: '/challenges' }, timers)
  if (!given.ok) return given
  const challenge = challengeAnswer.safeParse(given.value)
  if (!challenge.success) return refuse('server.other-version')
  const publicKey = base64UrlEncode(device.publicKey)
  // What the server reads: `src-server/accounts/deviceProof.ts`; the two are held together by the tests of the link.
  const text = utf8Encode(
    `delibere/device-proof/1\0${canonicalJson({ org: door.organisation, challenge: challenge.data.challenge, dev: device.id, key: publicKey })}`,
  )
  const body = {
    ...more,
    device: device.id,
    publicKey,
    challenge: challenge.data.challenge,
    proof: base64UrlEncode(nodeSigner(device.privateKey).sign(text)),
  }
  const answered = await askOrganisation(door, { method: 'POST', path, body }, timers)
  if (!answered.ok) return answered
  const welcome = welcomeAnswer.safeParse(answered.value)
  if (!welcome.success) return refuse('server.other-version')
  const authorityKey = base64UrlDecode(welcome.data.authority.publicKey)
  if (authorityKey?.length !== 32) return refuse('server.other-version')
  return ok({ userId: welcome.data.userId, session: welcome.data.session.token, authorityKey })
}

/** The committee whose file an organisation holds, by the id of that file; null while none was brought. */
export async function committeeAt(door: CentreDoor, timers: Timers): Promise<Result<string | null>> {
  const given = await askOrganisation(door, { method: 'POST', path: '/challenges' }, timers)
  if (!given.ok) return given
  const read = challengeAnswer.safeParse(given.value)
  return read.success ? ok(read.data.committee) : refuse('server.other-version')
}

/** Who the centre says that the bearer is. */
export async function whoAmI(
  door: CentreDoor,
  session: string,
  timers: Timers,
): Promise<Result<z.output<typeof meAnswer>>> {
  const answered = await askOrganisation(door, { method: 'GET', path: '/me', session }, timers)
  if (!answered.ok) return answered
  const me = meAnswer.safeParse(answered.value)
  return me.success ? ok(me.data) : refuse('server.other-version')
}

const challengeAnswer = z.object({ challenge: z.string().min(1), committee: z.string().nullable() })
const meAnswer = z.object({
  id: z.string(),
  name: z.string(),
  mandates: z.array(
    z.object({
      id: z.string(),
      user: z.string(),
      role: z.enum(roles),
      memberId: z.string().nullable(),
      dossiers: z.array(z.string()),
      ended: z.boolean(),
    }),
  ),
})
const welcomeAnswer = z.object({
  userId: z.string().min(1),
  session: z.object({ token: z.string().min(1) }),
  authority: z.object({ publicKey: z.string() }),
})
