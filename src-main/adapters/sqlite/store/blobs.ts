import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** Bytes kept in the file, named by the SHA-256 of their content, in hex. */
export interface Blobs {
  put(bytes: Uint8Array): string
  get(sha256: string): Uint8Array | null
  has(sha256: string): boolean
  /** Digests of all that lies here, in their order. */
  all(): readonly string[]
  /** Digests under which other bytes lie. */
  altered(): readonly string[]
}

export function blobsOf(database: Database): Blobs {
  const insert = database.prepare(
    'INSERT INTO blobs (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  const one = database.prepare<[string], Buffer>('SELECT bytes FROM blobs WHERE sha256 = ?').pluck()
  const known = database.prepare<[string], number>('SELECT count(*) FROM blobs WHERE sha256 = ?').pluck()
  const names = database.prepare<[], string>('SELECT sha256 FROM blobs ORDER BY sha256').pluck()
  const get = (sha256: string) => {
    const bytes = one.get(sha256)
    return bytes === undefined ? null : new Uint8Array(bytes)
  }
  return {
    put: (bytes) => {
      const sha256 = digestOf(bytes)
      insert.run(sha256, bytes)
      return sha256
    },
    get,
    has: (sha256) => (known.get(sha256) ?? 0) > 0,
    all: () => names.all(),
    altered: () => names.all().filter((sha256) => digestOf(get(sha256) ?? new Uint8Array()) !== sha256),
  }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
