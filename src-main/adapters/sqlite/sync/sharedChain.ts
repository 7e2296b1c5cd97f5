import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { CommitDigest, CommitSigner } from '#shared/operations/commitPorts.ts'
import type { Operation } from '#shared/operations/operation.ts'
import { sealOwn } from '#shared/operations/replica/sealOwn.ts'
import type { DeviceKey } from '#shared/usecases/sharingPorts.ts'
import { nodeSigner } from '../../keys/nodeCrypto.ts'
import { operationSchemaVersion } from '../log/deviceChain.ts'
import { readSelf } from './fileSelf.ts'
import type { SyncStores } from './syncStores.ts'

/** The chain of this device in a shared file. */
export interface SharedChain {
  /** Refuses `sync.must-enrol`: everything can still be read. */
  mayWrite(): Result<null>
  /** Signs operations of one scope into the copy; answers the identifier of the commit. Refusals: `mayWrite`, `sealOwn`. */
  append(scope: string, operations: readonly Operation[]): Result<string>
}

export interface SharedChainSettings {
  readonly fileId: string
  /** Build that signs. */
  readonly app: string
  readonly ports: CommitDigest & Randomness & Clock
}

export function sharedChain(
  { copy, devices, settings }: SyncStores,
  { fileId, app, ports }: SharedChainSettings,
): SharedChain {
  const signers = new Map<string, CommitSigner>()
  const signerOf = ({ id, privateKey }: DeviceKey): CommitSigner => {
    const signer = signers.get(id) ?? nodeSigner(privateKey)
    signers.set(id, signer)
    return signer
  }
  const author = (): Result<{ readonly user: string; readonly signer: CommitSigner }> => {
    const self = readSelf(settings)
    const device = devices.current()
    const head = copy.row('ownHead', 'own')
    if (self === null || device === null || head === null || head.mustEnrol || head.dev !== device.id)
      return refuse('sync.must-enrol')
    return ok({ user: self.user, signer: signerOf(device) })
  }
  return {
    mayWrite: () => {
      const may = author()
      return may.ok ? ok(null) : may
    },
    append: (scope, operations) => {
      const may = author()
      if (!may.ok) return may
      const { user, signer } = may.value
      const sealed = sealOwn(
        copy,
        { org: fileId, usr: user, scope, app, sv: operationSchemaVersion, operations, nowMs: ports.nowMs() },
        { sha256: ports.sha256, bytes: (length) => ports.bytes(length), sign: signer.sign },
      )
      if (lacks(sealed)) throw new Error('a copy in the file lacks no row')
      if (!sealed.ok) return sealed
      copy.apply(sealed.value.changes)
      return ok(base64UrlEncode(sealed.value.commit.id))
    },
  }
}
