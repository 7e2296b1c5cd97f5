import type { Database } from 'better-sqlite3'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitteeFile, CommitteeFiles, Secret, ShareableFile } from '#shared/usecases/ports.ts'
import { nodeCrypto, nodeSigner } from '../keys/nodeCrypto.ts'
import { committeeFile } from './committeeFile.ts'
import { changePassphrase } from './file/changePassphrase.ts'
import { createFile } from './file/createFile.ts'
import type { FileSettings } from './file/fileSettings.ts'
import { openFile } from './file/openFile.ts'
import { refusedBySystem } from './file/refusedBySystem.ts'
import { dataKeyOf, readClosedFile, type UnlockedFile, unlock } from './file/unlock.ts'
import { localDevice } from './log/localDevice.ts'

/** The port {@link CommitteeFiles}, and quick unlock where the host has a key store. */
export interface SqliteCommitteeFiles extends CommitteeFiles {
  /** Whether quick unlock would be tried for this closed file on this machine. */
  offersQuickUnlock(path: string): Promise<boolean>
  /** Seals the data key of a closed file on this machine. Refuses as `open`; `file.no-quick-unlock` without a store. */
  rememberKey(path: string, secret: Secret): Promise<Result<null>>
  forgetKey(path: string): Promise<Result<null>>
  /** Whether this passphrase, or recovery code, is one of the open file. Refuses `file.wrong-secret`. */
  checkOpenSecret(file: CommitteeFile, secret: string): Promise<Result<null>>
  /**
   * Changes the passphrase of an open file and opens it again whatever the outcome, so that a mistyped secret costs
   * nothing. `current` is the passphrase or the recovery code. The given file is closed: use `reopened`.
   */
  changeOpenPassphrase(
    file: CommitteeFile,
    current: string,
    next: string,
  ): Promise<{ readonly changed: Result<null>; readonly reopened: Result<ShareableFile> }>
}

export function sqliteCommitteeFiles(settings: FileSettings): SqliteCommitteeFiles {
  const { keyStore } = settings
  const unlockedFiles = new WeakMap<CommitteeFile, UnlockedFile>()
  const start = (path: string, unlocked: UnlockedFile): Result<ShareableFile> => {
    const opened = openFile(path, unlocked.dataKey, settings)
    if (!opened.ok) return opened
    const file = startFile(path, unlocked, opened.value, settings)
    if (file.ok) unlockedFiles.set(file.value, unlocked)
    return file
  }
  const open = async (path: string, secret: Secret): Promise<Result<ShareableFile>> => {
    const unlocked = await unlock(path, secret, keyStore)
    if (!unlocked.ok) return unlocked
    const opened = start(path, unlocked.value)
    if (opened.ok) return opened
    if (secret.kind !== 'quick-unlock' || opened.refusal.code !== 'file.damaged') return opened
    // A sealed key that does not open its file is worth nothing: the passphrase will say whether the file is sound.
    await keyStore.forget(unlocked.value.area.fileId)
    return refuse('file.no-quick-unlock', { path })
  }
  const create = async (path: string, passphrase: string, copyOf: string | null) => {
    const created = await createFile(path, passphrase, settings, copyOf)
    if (!created.ok) return created
    const file = await open(path, { kind: 'passphrase', text: passphrase })
    return file.ok ? ok({ file: file.value, recoveryCode: created.value.recoveryCode }) : file
  }
  return {
    create: (path, passphrase) => create(path, passphrase, null),
    createCopy: create,
    open,
    changePassphrase: (path, current, next) => changePassphrase(path, current, next, settings),
    changeOpenPassphrase: async (file, current, next) => {
      const unlocked = unlockedFiles.get(file)
      if (unlocked === undefined) throw new Error('this file was not opened here')
      const { path } = file
      file.close()
      const asPassphrase = await changePassphrase(path, { kind: 'passphrase', text: current }, next, settings)
      const changed =
        !asPassphrase.ok && asPassphrase.refusal.code === 'file.wrong-secret'
          ? await changePassphrase(path, { kind: 'recovery-code', text: current }, next, settings)
          : asPassphrase
      const read = readClosedFile(path)
      return { changed, reopened: read.ok ? start(path, { ...unlocked, ...read.value }) : read }
    },
    checkOpenSecret: async (file, secret) => {
      const unlocked = unlockedFiles.get(file)
      if (unlocked === undefined) throw new Error('this file was not opened here')
      for (const kind of ['passphrase', 'recovery-code'] as const) {
        const dataKey = await dataKeyOf(unlocked.area, { kind, text: secret }, keyStore)
        if (dataKey.ok) return ok(null)
      }
      return refuse('file.wrong-secret')
    },
    offersQuickUnlock: async (path) => {
      const read = readClosedFile(path)
      return (
        read.ok &&
        (await keyStore.isAvailable()) &&
        (await keyStore.read(read.value.area.fileId)) !== undefined
      )
    },
    rememberKey: async (path, secret) => {
      if (!(await keyStore.isAvailable())) return refuse('file.no-quick-unlock', { path })
      const unlocked = await unlock(path, secret, keyStore)
      if (!unlocked.ok) return unlocked
      await keyStore.write(unlocked.value.area.fileId, unlocked.value.dataKey)
      return ok(null)
    },
    forgetKey: async (path) => {
      const read = readClosedFile(path)
      if (!read.ok) return read
      await keyStore.forget(read.value.area.fileId)
      return ok(null)
    },
  }
}

function startFile(
  path: string,
  { area, copies, alteredPages }: UnlockedFile,
  database: Database,
  { clock, randomness, machineId, app, invariants }: FileSettings,
): Result<ShareableFile> {
  try {
    const device = localDevice(database, machineId, clock, randomness)
    const ports = {
      nowMs: () => clock.nowMs(),
      bytes: (length: number) => randomness.bytes(length),
      sha256: nodeCrypto.sha256,
      verify: nodeCrypto.verify,
      sign: nodeSigner(device.privateKey).sign,
    }
    return ok(
      committeeFile({
        path,
        fileId: area.fileId,
        deviceId: device.id,
        machineId,
        app,
        database,
        ports,
        doctor: { keyArea: copies, alteredPages, invariants },
      }),
    )
  } catch (error) {
    database.close()
    return refusedBySystem(error, path)
  }
}
