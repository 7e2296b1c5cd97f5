import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'

/** All that a person needs to enter an organisation of a centre, in one text to paste. */
export interface CentreInvitation {
  /** `https://host` or `https://host:port`. */
  readonly origin: string
  readonly organisation: string
  /** One-time code, as it is written for people. */
  readonly code: string
  /** SHA-256 of the SubjectPublicKeyInfo of a centre that has a certificate of its own; null: its name is enough. */
  readonly pin: Uint8Array | null
}

/** What follows `#` never leaves a browser in which somebody opens it by mistake. */
export function writeCentreInvitation({ origin, organisation, code, pin }: CentreInvitation): string {
  const parts = new URLSearchParams({ organisation, code })
  if (pin !== null) parts.set('cle', base64UrlEncode(pin))
  return `${new URL(origin).origin}${path}#${parts}`
}

/** Refuses `sync.invitation-malformed`. Spaces and line ends that a mail put in are forgiven. */
export function readCentreInvitation(text: string): Result<CentreInvitation> {
  const compact = text.replaceAll(/\s/g, '')
  const url = URL.canParse(compact) ? new URL(compact) : null
  if (url === null || url.protocol !== 'https:' || url.pathname !== path) return malformed()
  const parts = new URLSearchParams(url.hash.slice(1))
  const [organisation, code, key] = [parts.get('organisation'), parts.get('code'), parts.get('cle')]
  const pin = key === null ? null : base64UrlDecode(key)
  if (organisation === null || !/^[A-Za-z0-9._-]{1,64}$/.test(organisation)) return malformed()
  if (code === null || code.length > 64 || (pin !== null && pin?.length !== 32)) return malformed()
  return ok({ origin: url.origin, organisation, code, pin })
}

const malformed = () => refuse('sync.invitation-malformed')

const path = '/rejoindre'
