import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { type ControlOperation, controlScope } from '#shared/operations/control/controlOperation.ts'
import { knownSchema } from '#shared/operations/judge/judge.ts'
import type { Operation } from '#shared/operations/operation.ts'
import { sealOwn } from '#shared/operations/replica/sealOwn.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { nodeSigner } from '../adapters/keys/nodeCrypto.ts'
import type { SyncPorts } from './syncPorts.ts'

/**
 * Signs what the control scope says into the chain of this laptop (a lease that is asked for, opened, voided): no act of the
 * committee's work, so nothing to undo. Answers the identifier of the commit, durable. Refuses `sync.must-enrol`,
 * `entity.changed-meanwhile` while an act is under way, and what the file refuses.
 */
export function sealControl(
  { fileId, sharing }: ShareableFile,
  operation: ControlOperation,
  { app, clock, randomness, crypto }: SyncPorts,
): Result<string> {
  const key = sharing.device()
  const self = sharing.self()
  if (key === null || self === null) return refuse('sync.must-enrol')
  if (sharing.isBusy()) return refuse('entity.changed-meanwhile')
  const sealed = sealOwn(
    sharing.copy,
    {
      org: fileId,
      usr: self.user,
      scope: controlScope,
      app,
      sv: knownSchema,
      // The chain carries control operations like any other; the union of the committee's work does not name them.
      operations: [{ id: uuid7(clock, randomness), ...operation } as unknown as Operation],
      nowMs: clock.nowMs(),
    },
    {
      sha256: crypto.sha256,
      bytes: (length) => randomness.bytes(length),
      sign: nodeSigner(key.privateKey).sign,
    },
  )
  if (lacks(sealed)) throw new Error('a copy in the file lacks no row')
  if (!sealed.ok) return sealed
  const written = sharing.copy.write(sealed.value.changes)
  return written.ok ? ok(base64UrlEncode(sealed.value.commit.id)) : written
}
