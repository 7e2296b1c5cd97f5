import type { Role } from '../rights/mandate.ts'

/**
 * [SY14] What the control scope says: who may write and read, from which device, and who orders. Written through the
 * centre only, frozen like every kind. Entities: `user/…`, `device/…`, `mandate/…`, `lease/…`, `erasure/…`.
 */
export interface ControlData {
  'user.invite@1': { readonly name: string; readonly email: string }
  'user.change@1': { readonly set: { readonly name?: string; readonly email?: string } }
  /** `publicKey`: raw Ed25519 key, base64url of 32 bytes. */
  'device.enrol@1': { readonly user: string; readonly publicKey: string; readonly mayHub: boolean }
  /** Commits beyond `lastSeq` are `revoked`. */
  'device.revoke@1': { readonly lastSeq: number; readonly cause: 'retired' | 'compromised' }
  /**
   * The first entry of a log that goes on from a file, signed by the centre, of its own device: the digest of what the log was
   * founded on [SY61].
   */
  'device.found@1': { readonly digest: string }
  'mandate.give@1': {
    readonly user: string
    readonly role: Role
    readonly memberId: string | null
    readonly dossiers: readonly string[]
  }
  'mandate.end@1': Record<string, never>
  'lease.grant@1': {
    readonly session: string
    readonly hub: string
    readonly successors: readonly string[]
    readonly from: number
    readonly to: number
  }
  /** An emergency lease, opened without the centre by the device that signs it [SY22]. */
  'lease.open@1': {
    readonly session: string
    readonly successors: readonly string[]
    readonly from: number
    readonly to: number
  }
  'lease.void@1': { readonly reason: string }
  /** Drops the bodies of these commits (their identifiers) [SY28]. */
  'erasure.order@1': { readonly commits: readonly string[]; readonly reason: string }
}

export type ControlKind = keyof ControlData

export type ControlOperation<K extends ControlKind = ControlKind> = {
  [Kind in K]: { readonly kind: Kind; readonly entity: string; readonly data: ControlData[Kind] }
}[K]

export const controlScope = 'control'
