import type { Json } from '#shared/kernel/canonicalJson.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { Centre } from '../../adapters/network/client/connectCentre.ts'

/** Where the centre of a file is and by which keys it is known: kept in the encrypted file, never beside it [HS2]. */
export interface CentrePlace {
  readonly origin: string
  readonly organisation: string
  /** Id and raw Ed25519 key of the authority. */
  readonly authority: string
  readonly authorityKey: Uint8Array
  readonly log: string
  /** SHA-256 of its TLS key, when it has a certificate of its own. */
  readonly pin: Uint8Array | null
}

export function keepCentre(sharing: FileSharing, place: CentrePlace | null): void {
  sharing.keep(
    name,
    place && {
      ...place,
      authorityKey: base64UrlEncode(place.authorityKey),
      pin: place.pin && base64UrlEncode(place.pin),
    },
  )
}

export function centreOf(sharing: FileSharing): CentrePlace | null {
  const kept = sharing.kept(name) as Kept | null
  return (
    kept && {
      ...kept,
      authorityKey: base64UrlDecode(kept.authorityKey) ?? new Uint8Array(),
      pin: kept.pin === null ? null : (base64UrlDecode(kept.pin) ?? null),
    }
  )
}

/** As the network wants it. */
export const centreAddress = ({
  origin,
  organisation,
  pin,
}: Pick<CentrePlace, 'origin' | 'organisation' | 'pin'>): Centre => ({
  origin,
  path: `${organisationPath(organisation)}/sync`,
  ...(pin === null ? {} : { pin }),
})

export const organisationPath = (organisation: string): string =>
  `/v1/organisations/${encodeURIComponent(organisation)}`

interface Kept {
  readonly [name: string]: Json
  readonly origin: string
  readonly organisation: string
  readonly authority: string
  readonly authorityKey: string
  readonly log: string
  readonly pin: string | null
}

const name = 'centre'
