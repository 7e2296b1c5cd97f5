import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { StoreSettings } from '#server/store/openStore.ts'
import { startPostgres, type TemporaryPostgres, whyNoPostgres } from './temporaryPostgres.ts'

/** A kind of store, and how to make empty ones. */
export interface StoreKind {
  readonly name: string
  /** Settings of a new empty database; opening it twice opens the same one. */
  newSettings(): Promise<StoreSettings>
}

/** Runs the same suite over SQLite in clear, SQLite encrypted and, where it can be started, PostgreSQL (SV1). */
export function overEachStore(suite: (kind: StoreKind) => void): void {
  describe('SQLite', () => withFolder((newPath) => suite(sqliteKind('SQLite', newPath, null))))
  describe('SQLite encrypted', () =>
    withFolder((newPath) => suite(sqliteKind('SQLite encrypted', newPath, new Uint8Array(32).fill(7)))))
  overPostgres((kind) => suite(kind))
}

/** Runs a suite over PostgreSQL alone; skipped with a sentence where it cannot be started. */
export function overPostgres(suite: (kind: StoreKind, server: () => TemporaryPostgres) => void): void {
  const reason = whyNoPostgres()
  describe.skipIf(reason !== null)(reason === null ? 'PostgreSQL' : `PostgreSQL : ${reason}`, () => {
    let server: TemporaryPostgres
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.stop())
    suite(
      {
        name: 'PostgreSQL',
        newSettings: async () => ({
          kind: 'postgres',
          url: await server.newDatabase(),
          mostConnections: 4,
        }),
      },
      () => server,
    )
  })
}

const sqliteKind = (name: string, newPath: () => string, key: Uint8Array | null): StoreKind => ({
  name,
  newSettings: async () => ({ kind: 'sqlite', path: newPath(), key }),
})

function withFolder(suite: (newPath: () => string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-store-'))
  let made = 0
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  suite(() => join(folder, `${++made}.db`))
}
