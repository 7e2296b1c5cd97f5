import { createReadStream, type ReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Progress } from '#shared/usecases/ports.ts'
import { keyRefusal } from './keyRefusal.ts'

/**
 * Gives an export of a log line by line, compressed or plain, holding one line at a time; `onProgress` in bytes of the file.
 * Refuses `file.missing`, `file.damaged` (the compression does not hold, or a line is longer than any line may be).
 */
export async function readAuditFile(
  path: string,
  onLine: (line: string) => void,
  onProgress: (progress: Progress) => void,
): Promise<Result<void>> {
  try {
    const { isCompressed, total } = await lookAt(path)
    const file = createReadStream(path, { highWaterMark: 1 << 18 })
    file.on('data', () => onProgress({ done: Math.min(file.bytesRead, total), total }))
    const plain: Readable & NodeJS.WritableStream = isCompressed ? createGunzip() : new PassThrough()
    const isWhole = await splitLines(file, plain, onLine)
    return isWhole ? ok(undefined) : refuse('file.damaged', { path })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith('Z_') === true || code === 'ERR_INVALID_STATE')
      return refuse('file.damaged', { path })
    return keyRefusal(error, path, 'reading')
  }
}

async function lookAt(path: string): Promise<{ readonly isCompressed: boolean; readonly total: number }> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return { isCompressed: bytesRead === 2 && buffer.equals(gzipStart), total: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

/** False: a line grew beyond any that an export holds. */
async function splitLines(
  file: ReadStream,
  plain: Readable & NodeJS.WritableStream,
  onLine: (line: string) => void,
): Promise<boolean> {
  const decoder = new TextDecoder()
  let rest = ''
  let isWhole = true
  await pipeline(file, plain, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = pieces.pop() ?? ''
      for (const piece of pieces) onLine(piece)
      if (rest.length <= longestLine) continue
      isWhole = false
      return
    }
  })
  if (isWhole && rest !== '') onLine(rest)
  return isWhole
}

const gzipStart = Buffer.from([0x1f, 0x8b])
/** A commit is at most 256 KiB, base64 of it a third more, and its entry; a run or a state stays far below. */
const longestLine = 4 << 20
