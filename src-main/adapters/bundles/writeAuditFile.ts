import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { flushFolder } from '../documents/writing/flushFolder.ts'
import { keyRefusal } from './keyRefusal.ts'

/**
 * [SY36] Writes an export of a log, whole or not at all: a hidden neighbour is filled, flushed, then takes the name. What is
 * held at once is a few lines. Refuses `file.exists`, `file.missing`, `file.disk-full`, `file.read-only`.
 * @param lines as `auditLines` gives them, without line breaks.
 */
export async function writeAuditFile(
  path: string,
  lines: AsyncIterable<string>,
): Promise<Result<{ readonly sizeBytes: number }>> {
  if (existsSync(path)) return refuse('file.exists', { path })
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.en-cours`)
  try {
    await pipeline(
      Readable.from(withBreaks(lines), { objectMode: true }),
      createGzip(),
      createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
    )
    const { size: sizeBytes } = await stat(temporary)
    await rename(temporary, path)
    await flushFolder(dirname(path))
    return ok({ sizeBytes })
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    return keyRefusal(error, path, 'writing')
  }
}

/** Lines are short: they are gathered, so that the compressor is not woken for each. */
async function* withBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let gathered = ''
  for await (const line of lines) {
    gathered += `${line}\n`
    if (gathered.length < gatheredChars) continue
    yield gathered
    gathered = ''
  }
  if (gathered !== '') yield gathered
}

const gatheredChars = 65_536
