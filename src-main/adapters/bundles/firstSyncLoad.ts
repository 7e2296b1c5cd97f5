import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import type { FirstSyncManifest } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { checkChunk, checkWhole, readChunk } from '#shared/operations/first-sync/firstSyncReading.ts'
import { flushFolder } from '../documents/writing/flushFolder.ts'
import { isInUse } from '../sqlite/file/isInUse.ts'
import type { KeyArea } from '../sqlite/file/keyArea.ts'
import { writeKeyArea } from '../sqlite/file/keyAreaFile.ts'
import { refusedBySystem } from '../sqlite/file/refusedBySystem.ts'
import type { BundleControl } from './exportBundle.ts'
import { type FirstSyncDraft, openFirstSyncDraft } from './firstSyncDraft.ts'
import { openChunk } from './openChunk.ts'

/** What the rows mean: the tables of the replica. */
export interface FirstSyncTables {
  /** Everything that a new, empty file holds before any row: reserved pages, schema, identity. */
  prepare(database: Database): void
  /** In the transaction of one chunk. Refuses rows that it cannot read; nothing of the chunk is kept then. */
  write(database: Database, manifest: FirstSyncManifest, rows: readonly Json[]): Result<null>
  /** Rows in the database, counted there. */
  countRows(database: Database): number
  /** The cursor of each scope, in the transaction that ends the loading. */
  finish(database: Database, manifests: readonly FirstSyncManifest[]): void
}

export interface FirstSyncLoad {
  /** Verified, one per scope, in the order in which their rows must be written. */
  readonly manifests: readonly FirstSyncManifest[]
  /** A chunk as it travels. An exception is a cut. */
  readonly fetchChunk: (manifest: FirstSyncManifest, index: number) => Promise<Uint8Array>
  readonly tables: FirstSyncTables
  /** The key of the file to be, and who may unwrap it. */
  readonly dataKey: Uint8Array
  readonly keyArea: KeyArea
  /** True to take the place of an older copy. */
  readonly replaces: boolean
  readonly digest: CommitDigest
}

/**
 * Loads the first copy beside `path`, checks it, and only then gives it the name [FS3-FS5]. What a cut left is taken up
 * again at the next chunk. Refuses `file.exists` (`replaces` is false), `file.in-use`, `first-sync.incomplete` (a cut:
 * call again), `first-sync.altered`, `file.cancelled`, `file.disk-full`, `file.read-only`, `file.missing`, and what the
 * tables refuse.
 */
export async function loadFirstSync(
  path: string,
  load: FirstSyncLoad,
  control: BundleControl,
): Promise<Result<null>> {
  const draft = firstSyncDraftPath(path)
  try {
    const free = mayTakeName(path, load.replaces)
    if (!free.ok) return free
    const database = openFirstSyncDraft(draft, load)
    let filled: Result<null>
    try {
      filled = await fill(path, database, load, control)
    } finally {
      database.close()
    }
    if (!filled.ok) {
      // Rows that do not lead to what was signed would be taken up again for ever.
      if (filled.refusal.details.whole === 1) removeDraft(draft)
      return filled
    }
    writeKeyArea(draft, load.keyArea)
    flushFile(draft)
    const stillFree = mayTakeName(path, load.replaces)
    if (!stillFree.ok) return stillFree
    renameSync(draft, path)
    await flushFolder(dirname(path))
    return ok(null)
  } catch (error) {
    const refused = refusedBySystem(error, path)
    // What the disk spoiled would be met again at each call; the older file is not it.
    if (refused.refusal.code === 'file.damaged') removeDraft(draft)
    return refused
  }
}

/** Where the copy is prepared; a next call finds it there. */
export const firstSyncDraftPath = (path: string): string =>
  join(dirname(path), `.${basename(path)}.premiere-copie`)

function removeDraft(draft: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(draft + suffix, { force: true })
}

function mayTakeName(path: string, replaces: boolean): Result<null> {
  if (!existsSync(path)) {
    // A journal without its file would be read into the new one.
    return existsSync(`${path}-wal`) ? refuse('file.in-use', { path }) : ok(null)
  }
  if (!replaces) return refuse('file.exists', { path })
  return isInUse(path) || existsSync(`${path}-wal`) ? refuse('file.in-use', { path }) : ok(null)
}

async function fill(
  path: string,
  draft: FirstSyncDraft,
  load: FirstSyncLoad,
  { onProgress, signal }: BundleControl,
): Promise<Result<null>> {
  const { manifests, tables } = load
  const total = manifests.reduce((sum, { rows }) => sum + rows, 0)
  let done = manifests.reduce((sum, _, part) => sum + draft.progressOf(part).rows, 0)
  onProgress({ done, total })
  for (const [part, manifest] of manifests.entries()) {
    while (draft.progressOf(part).chunks < manifest.chunks.length) {
      if (signal.aborted) return refuse('file.cancelled')
      const taken = await takeChunk(draft, part, manifest, load)
      if (!taken.ok) return taken
      done += taken.value
      onProgress({ done, total })
    }
    const whole = checkWhole(manifest, draft.progressOf(part))
    if (!whole.ok) return notWhole(whole.refusal.details)
  }
  const counted = tables.countRows(draft.database)
  if (counted !== total) return notWhole({ counted, total })
  // Once finished, a draft is no longer one to take up again: not before the name is free for it.
  const free = mayTakeName(path, load.replaces)
  if (!free.ok) return free
  draft.finish(() => tables.finish(draft.database, manifests))
  return ok(null)
}

/** Answers the number of rows. */
async function takeChunk(
  draft: FirstSyncDraft,
  part: number,
  manifest: FirstSyncManifest,
  { fetchChunk, tables, digest }: FirstSyncLoad,
): Promise<Result<number>> {
  const before = draft.progressOf(part)
  let bytes: Uint8Array
  try {
    bytes = await fetchChunk(manifest, before.chunks)
  } catch {
    return refuse('first-sync.incomplete', { scope: manifest.scope, chunk: before.chunks })
  }
  const checked = checkChunk(manifest, before, bytes, digest)
  if (!checked.ok) return checked
  const content = openChunk(bytes)
  const read = content === undefined ? undefined : readChunk(manifest, before, content, digest)
  if (read?.ok !== true)
    return read ?? refuse('first-sync.altered', { scope: manifest.scope, chunk: before.chunks })
  const { rows, progress } = read.value
  const written = draft.write(part, progress, () => tables.write(draft.database, manifest, rows))
  return written.ok ? ok(rows.length) : written
}

const notWhole = (details: Parameters<typeof refuse>[1]) =>
  refuse('first-sync.altered', { ...details, whole: 1 })

function flushFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
