import type { Database } from 'better-sqlite3'
import { noKeyStore } from '#main/adapters/keys/keyStore.ts'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { committeeFile } from '#main/adapters/sqlite/committeeFile.ts'
import { openFile } from '#main/adapters/sqlite/file/openFile.ts'
import { unlock } from '#main/adapters/sqlite/file/unlock.ts'
import { localDevice } from '#main/adapters/sqlite/log/localDevice.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { CommitteeFile } from '#shared/usecases/ports.ts'
import { act, passphrase, settings, valueOf } from '#tests/sqlite/committeeOnDisk.ts'

/** An open file and the very connection it works on, so that a peer reads the same pages from the same cache. */
export interface OpenBeside {
  readonly file: CommitteeFile
  readonly database: Database
  /** A line changes, as in a file at work: the totals kept from the last questions are forgotten. */
  touch(round: number): void
}

export async function openBeside(path: string): Promise<OpenBeside> {
  const shared = settings()
  const { area, copies, dataKey, alteredPages } = valueOf(
    await unlock(path, { kind: 'passphrase', text: passphrase }, noKeyStore),
  )
  const database = valueOf(openFile(path, dataKey, shared))
  const device = localDevice(database, shared.machineId, shared.clock, shared.randomness)
  const file = committeeFile({
    path,
    fileId: area.fileId,
    deviceId: device.id,
    machineId: shared.machineId,
    app: shared.app,
    database,
    ports: {
      ...nodeCrypto,
      nowMs: () => shared.clock.nowMs(),
      sign: nodeSigner(device.privateKey).sign,
    },
    doctor: { keyArea: copies, alteredPages, invariants: [] },
  })
  return {
    file,
    database,
    touch: (round) => {
      valueOf(
        file.transact(act('Correction'), (transaction) =>
          transaction.emit('candidature.change@1', entityOf('candidature', 'c1'), {
            set: { amountAsWritten: `tour ${round} ${process.hrtime.bigint()}` },
          }),
        ),
      )
    },
  }
}
