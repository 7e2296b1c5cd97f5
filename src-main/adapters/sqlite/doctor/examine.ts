import type { Database } from 'better-sqlite3'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'
import type { DoctorReport, Reader } from '#shared/usecases/ports.ts'
import type { KeyAreaCopies } from '../file/keyAreaFile.ts'
import type { FileStores } from '../store/fileStores.ts'
import { awaitedBlobs } from '../sync/awaitedBlobs.ts'
import { readSelf } from '../sync/fileSelf.ts'
import type { SyncStores } from '../sync/syncStores.ts'
import { examineAggregates } from './examineAggregates.ts'
import { examineKeyArea } from './examineKeyArea.ts'
import { examineLists } from './examineLists.ts'
import { examineLog } from './examineLog.ts'
import { alteredPage, examinePages } from './examinePages.ts'
import { examineShared } from './examineShared.ts'

export interface DoctorSettings {
  readonly database: Database
  readonly stores: FileStores
  readonly sync: SyncStores
  readonly reader: Reader
  readonly fileId: string
  readonly ports: CommitDigest & CommitVerifier
  /** As read when the file was opened: it cannot be read under SQLite's locks. */
  readonly keyArea: KeyAreaCopies
  /** Reserved pages around it that were altered, by number; read then too. */
  readonly alteredPages: readonly number[]
  /** Rules of the domain over the whole file: each answers a French sentence about the first breach, or null. */
  readonly invariants: readonly Invariant[]
}

/** @param isAwaited whether bytes cited by what others wrote were not received yet: no damage. */
export type Invariant = (reader: Reader, isAwaited: (sha256: string) => boolean) => string | null

/** What was counted on the way, whether or not something broke. */
export interface Checked {
  commits: number
  operations: number
  aggregates: number
}

/**
 * Verifies the whole file, from the bytes up to the rules, and names the first broken thing in French with its place:
 * key area, pages and their authentication codes, foreign keys, chains and signatures, folds, lists and search, kept
 * bytes, rules of the domain. Reads only.
 */
export function examine(settings: DoctorSettings): DoctorReport {
  const checked: Checked = { commits: 0, operations: 0, aggregates: 0 }
  for (const step of steps) {
    const finding = step(settings, checked)
    if (finding !== null) return { sound: false, verdict: finding, checked }
  }
  return { sound: true, verdict: 'conforme', checked }
}

const steps: readonly ((settings: DoctorSettings, checked: Checked) => string | null)[] = [
  ({ keyArea }) => examineKeyArea(keyArea),
  ({ alteredPages: [page] }) => (page === undefined ? null : alteredPage(`La page réservée ${page}`)),
  ({ database }) => examinePages(database),
  examineLog,
  (settings, checked) =>
    readSelf(settings.sync.settings) === null
      ? examineAggregates(settings, checked)
      : examineShared(settings, checked),
  examineLists,
  ({ stores }) => {
    const [altered] = stores.blobs.altered()
    return altered === undefined ? null : `Le contenu conservé sous l’empreinte ${altered} a été modifié.`
  },
  ({ invariants, reader, database, stores }) => {
    const awaited = new Set(awaitedBlobs(database, stores.blobs).list())
    const found = invariants.map((invariant) => invariant(reader, (sha256) => awaited.has(sha256)))
    return found.find((each) => each !== null) ?? null
  },
]
