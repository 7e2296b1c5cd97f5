import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { utf8Encode } from '../commitUtf8.ts'

/** Rows of one chunk: fewer when they are long, and for the last. */
export const rowsPerChunk = 2000
const contentBytesPerChunk = 8 * 1024 * 1024

/** Cuts rows, in order, into the contents of chunks: canonical JSON, one a line. [FS2] */
export function* sliceRows(
  rows: Iterable<Json>,
): Generator<{ readonly content: Uint8Array; readonly rows: number }, void, undefined> {
  let lines: string[] = []
  let length = 0
  for (const row of rows) {
    const line = `${canonicalJson(row)}\n`
    if (lines.length === rowsPerChunk || (lines.length > 0 && length + line.length > contentBytesPerChunk)) {
      yield { content: utf8Encode(lines.join('')), rows: lines.length }
      lines = []
      length = 0
    }
    lines.push(line)
    length += line.length
  }
  if (lines.length > 0) yield { content: utf8Encode(lines.join('')), rows: lines.length }
}
