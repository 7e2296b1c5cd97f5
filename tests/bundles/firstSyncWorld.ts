import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { FirstSyncLoad, FirstSyncTables } from '#main/adapters/bundles/firstSyncLoad.ts'
import { writeFirstSync } from '#main/adapters/bundles/firstSyncWrite.ts'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { KeyArea } from '#main/adapters/sqlite/file/keyArea.ts'
import { wrapDataKey } from '#main/adapters/sqlite/file/keySlots.ts'
import { reservePages } from '#main/adapters/sqlite/file/reservedPages.ts'
import { migrate } from '#main/adapters/sqlite/migrations/migrate.ts'
import { migrations } from '#main/adapters/sqlite/migrations/migrations.ts'
import { fileStores } from '#main/adapters/sqlite/store/fileStores.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import {
  type FirstSyncManifest,
  type SignedFirstSync,
  verifyFirstSync,
} from '#shared/operations/first-sync/firstSyncManifest.ts'
import { foldVersion } from '#shared/operations/foldVersion.ts'
import { type AggregateState, entityOf } from '#shared/operations/operation.ts'
import { candidatureData, dossierData, passphrase, valueOf } from '../sqlite/committeeOnDisk.ts'

export const fileId = '01890000-0000-7000-8000-000000000001'
export const authority = generateDeviceKeys()

/** A row of the state of one aggregate: its entity, its version, its state. */
const rowOf = (kind: 'dossier' | 'candidature', id: string, state: object): Json =>
  ({ e: entityOf(kind, id), v: 1, s: { id, ...state } }) as unknown as Json

export function* dossierRows(from: number, count: number): Generator<Json, void, undefined> {
  for (let number = from; number < from + count; number++) {
    yield rowOf('dossier', `d${number}`, dossierData(`Projet ${number}`, 'Berric'))
    const data = candidatureData(`d${number}`, number)
    yield rowOf('candidature', `c${number}`, {
      status: 'submitted',
      mergedInto: null,
      theme: null,
      minimumViableCents: null,
      maximumUsefulCents: null,
      ...data,
    })
  }
}

/** The real tables of a file, under their real schema. */
export const tables: FirstSyncTables = {
  prepare: (database) => {
    reservePages(database)
    migrate(database, migrations)
    database
      .prepare('INSERT INTO file_identity (only, file_id, created_at_ms, fold_version) VALUES (1, ?, ?, ?)')
      .run(fileId, 1_780_000_000_000, foldVersion)
  },
  write: (database, _manifest, rows) => {
    const { aggregates, projection } = fileStores(database)
    for (const row of rows) {
      const { e, v, s } = row as unknown as { e: ReturnType<typeof entityOf>; v: number; s: AggregateState }
      if (typeof e !== 'string') return refuse('first-sync.malformed')
      aggregates.save(e, v, s)
      projection.changed(e)
    }
    return ok(null)
  },
  countRows: (database) => fileStores(database).aggregates.countRows(),
  finish: (database, manifests) => {
    const keep = database.prepare('INSERT INTO places (key, value) VALUES (?, ?)')
    for (const { scope, g, r } of manifests) keep.run(`cursor ${scope}`, `${g} ${r}`)
  },
}

export const cursorsOf = (database: Database): readonly unknown[] =>
  database.prepare("SELECT key, value FROM places WHERE key LIKE 'cursor %' ORDER BY key").all()

/** Two scopes in a folder, as a server gives them. Chunks of 2 000 rows. */
export function servedCopy(folder: string, dossierCount: number, g = 40) {
  mkdirSync(folder, { recursive: true })
  const scopes = [
    { scope: 'dossier/a', rows: dossierRows(1, dossierCount) },
    { scope: 'dossier/b', rows: dossierRows(dossierCount + 1, 10) },
  ]
  const signed = scopes.map(({ scope, rows }) =>
    writeFirstSync(
      { org: fileId, log: 'centre', scope, g, r: Buffer.alloc(32, g).toString('base64url'), sv: 1 },
      rows,
      (index, bytes) => writeFileSync(join(folder, `${scope.replace('/', '-')}.${index}`), bytes),
      { ...nodeCrypto, ...nodeSigner(authority.privateKey) },
    ),
  )
  const text = signed.map(({ manifest, signature }) => ({
    manifest: Buffer.from(manifest).toString('base64url'),
    signature: Buffer.from(signature).toString('base64url'),
  }))
  writeFileSync(
    join(folder, 'manifests.json'),
    JSON.stringify({ authority: Buffer.from(authority.publicKey).toString('base64url'), signed: text }),
  )
  return signed
}

export function servedManifests(folder: string): readonly FirstSyncManifest[] {
  const { authority: key, signed } = JSON.parse(readFileSync(join(folder, 'manifests.json'), 'utf8')) as {
    authority: string
    signed: { manifest: string; signature: string }[]
  }
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
  return signed.map(({ manifest, signature }) => {
    const copy: SignedFirstSync = { manifest: bytes(manifest), signature: bytes(signature) }
    return valueOf(verifyFirstSync(copy, bytes(key), nodeCrypto))
  })
}

export const chunkFrom = (folder: string) => async (manifest: FirstSyncManifest, index: number) =>
  new Uint8Array(readFileSync(join(folder, `${manifest.scope.replace('/', '-')}.${index}`)))

export const dataKey = new Uint8Array(32).fill(42)

export async function keyAreaOf(): Promise<KeyArea> {
  return {
    fileId,
    generation: 1,
    slots: [await wrapDataKey(dataKey, 'passphrase', passphrase, fileId, nodeCrypto)],
  }
}

export async function loadOf(folder: string, changes: Partial<FirstSyncLoad> = {}): Promise<FirstSyncLoad> {
  return {
    manifests: servedManifests(folder),
    fetchChunk: chunkFrom(folder),
    tables,
    dataKey,
    keyArea: await keyAreaOf(),
    replaces: false,
    digest: nodeCrypto,
    ...changes,
  }
}
