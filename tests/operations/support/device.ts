import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { ChainHead } from '#shared/operations/chain.ts'
import type { CommittedOperation, FollowedLog, LogPosition, SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { encodeCommit } from '#shared/operations/commitEncode.ts'
import type { EnrolledDevice } from '#shared/operations/control/enrolledDevice.ts'

/** A device that signs its own chain; `head` may be set back to make a fork. */
export interface TestDevice {
  readonly enrolled: EnrolledDevice
  readonly privateKey: Uint8Array
  head: ChainHead | null
  sign(scope: string, operations: readonly TestOperation[], options?: SigningOptions): SignedCommit
}

export type TestOperation = Omit<CommittedOperation, 'id'> & { readonly id?: string }

export interface SigningOptions {
  readonly usr?: string
  readonly sv?: number
  readonly follow?: FollowedLog
  readonly base?: LogPosition
  /** Milliseconds of the author's own clock. */
  readonly ms?: number
}

export const operationId = '01900000-0000-7000-8000-000000000000'

export function testDevice(id: string, user: string, mayHub = false): TestDevice {
  const keys = generateDeviceKeys()
  const ports = { ...nodeCrypto, ...nodeSigner(keys.privateKey) }
  const device: TestDevice = {
    enrolled: {
      id,
      user,
      publicKey: base64UrlEncode(keys.publicKey),
      mayHub,
      standing: 'valid',
      lastSeq: null,
    },
    privateKey: keys.privateKey,
    head: null,
    sign(scope, operations, { usr = user, sv = 1, follow, base, ms = 1_780_000_000_000 } = {}) {
      const seq = (device.head?.seq ?? 0) + 1
      const prev = device.head === null ? null : base64UrlEncode(device.head.headerDigest)
      const author = { org: 'org', dev: id, seq, prev, hlc: [ms, seq] as const, usr, scope, sv, app: 'test' }
      const commit = encodeCommit(
        { ...author, ...(follow === undefined ? {} : { follow }), ...(base === undefined ? {} : { base }) },
        operations.map((operation) => ({ id: operationId, ...operation })),
        ports,
      )
      if (!commit.ok) throw new Error(commit.refusal.code)
      device.head = { device: id, seq, headerDigest: commit.value.id }
      return commit.value
    },
  }
  return device
}
