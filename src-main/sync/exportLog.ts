import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { AuditHead } from '#shared/operations/audit/auditLine.ts'
import { auditLines } from '#shared/operations/audit/auditLines.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { refusedBySystem } from '../adapters/sqlite/file/refusedBySystem.ts'
import { centreOf } from './centre/centrePlace.ts'
import type { SyncPorts } from './syncPorts.ts'

/**
 * [SY36] What this copy holds of the log of the centre, for `delibere audit`: line by line under another name, which it
 * leaves once it is whole. `part`: this copy does not hold all of the log; the centre does. Refuses `sync.no-centre`, `sync.centre-needed` when nothing was vouched for yet, `file.exists`,
 * `file.disk-full`, `file.read-only`.
 */
export async function exportLog(
  { sharing }: ShareableFile,
  path: string,
  { clock, crypto }: SyncPorts,
): Promise<Result<{ readonly path: string; readonly reader: AuditHead['reader'] }>> {
  const place = centreOf(sharing)
  if (place === null) return refuse('sync.no-centre')
  const vouched = sharing.copy.row('vouched', place.log)
  if (vouched === null) return refuse('sync.centre-needed')
  if (existsSync(path)) return refuse('file.exists', { path })
  const draft = join(dirname(path), `.${basename(path)}.en-cours`)
  const { log, authorityKey } = place
  const subject = {
    log,
    of: 'copy',
    authorityKey,
    checkpoints: [vouched],
    rooms: [],
    at: clock.nowMs(),
  } as const
  let reader: AuditHead['reader'] = 'part'
  try {
    const file = await open(draft, 'w', 0o600)
    try {
      let isFirst = true
      for await (const line of auditLines(sharing.copy, subject, crypto)) {
        if (isFirst) reader = (JSON.parse(line) as AuditHead).reader
        isFirst = false
        await file.write(`${line}\n`)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    return ok({ path, reader })
  } catch (error) {
    await rm(draft, { force: true })
    return refusedBySystem(error, path)
  }
}
