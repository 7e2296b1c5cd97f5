import { z } from 'zod'
import { refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import { roles } from '#shared/operations/rights/mandate.ts'
import { Refused } from './refused.ts'

/** Parses what came in. Refuses `input.invalid`, without a word of what came. */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Refused(refuse('input.invalid').refusal)
}

/** One line that people read. No control character: PostgreSQL takes no NUL, logs and terminals no escape. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** Ids that this server or a device made. */
const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)

const bytes = (length: number) =>
  z.string().transform((text, context) => {
    const decoded = text.length > 2 * length ? undefined : base64UrlDecode(text)
    if (decoded?.length === length) return decoded
    context.addIssue('not these bytes')
    return z.NEVER
  })

const provingDevice = z.object({
  device: id,
  publicKey: bytes(32),
  challenge: z.string().max(64),
  proof: bytes(64),
})
const newDevice = provingDevice.extend({ name: line(80) })

export const contactInput = provingDevice
export const enrolInput = newDevice
export const joinInput = newDevice.extend({
  code: z.string().max(64),
  ownName: line(120).min(1).optional(),
})
export const mandateInput = z.object({
  userId: id,
  role: z.enum(roles),
  memberId: id.nullable().default(null),
  dossiers: z.array(id).max(2_000).default([]),
})
export const invitationInput = z.object({
  name: line(120).min(1),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  userId: id.nullable().default(null),
  role: z.enum(roles).nullable().default(null),
  memberId: id.nullable().default(null),
  dossiers: z.array(id).max(2_000).default([]),
  mayHub: z.boolean().default(false),
})
export const revocationInput = z.object({
  cause: z.enum(['retired', 'compromised']),
  lastSeq: z.number().int().min(0).optional(),
})
export const organisationParams = z.object({ organisation: id })
/** Bytes of any length below the limit of the door. */
const someBytes = z.string().transform((text, context) => {
  const decoded = base64UrlDecode(text)
  if (decoded !== undefined) return decoded
  context.addIssue('not base64url')
  return z.NEVER
})
export const foundingInput = z.object({ manifest: someBytes, signature: bytes(64) })
export const foundingChunkParams = organisationParams.extend({ index: z.coerce.number().int().min(0) })
export const leaseInput = z.object({
  session: id,
  hub: id,
  successors: z.array(id).max(10).default([]),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
})
export const reasonInput = z.object({ reason: line(500).min(1) })
export const erasureInput = reasonInput.extend({ commits: z.array(id).min(1).max(1_000) })
export const namedParams = organisationParams.extend({ id })
/** What follows a login: where the application listens, and what it keeps for itself (SV13). */
export const loginQuery = z.object({
  challenge: bytes(32),
  port: z.coerce.number().int().min(1024).max(65_535),
})
export const collectInput = z.object({ code: z.string().max(64), verifier: z.string().min(43).max(128) })
