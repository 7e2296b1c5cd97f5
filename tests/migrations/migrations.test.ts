import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { migrate, schemaVersionOf } from '#main/adapters/sqlite/migrations/migrate.ts'
import { migrations } from '#main/adapters/sqlite/migrations/migrations.ts'
import {
  codeOf,
  createdFile,
  openedFile,
  passphrase,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from '#tests/sqlite/committeeOnDisk.ts'

/** A released migration never changes: a file in somebody's hands was made by it. */
const frozenDigests: Readonly<Record<number, string>> = {
  1: '80ac21bd5c01badbc37e4a4303f5da36820bb3a9d6b7553d3b2af8b567ee098c',
  2: '5056cf29a21cc3d46fb7f2bd9de8450ba87595baa41bf1cbb60eb604ed467654',
  3: 'afad3c02d3c47c500230bd26fc2871abb9a4ce3841b21dca39d283277d4c55a8',
  4: 'eb36773c0fce0fe2fc66f2898ecff492141831d353edafa4d342bdc89f402ed1',
}

const schemaOf = (database: InstanceType<typeof SqliteDatabase>) =>
  database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()

describe('migrations', () => {
  test('[MIG1] are numbered from 1 without a hole and frozen to the letter', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, rank) => rank + 1))
    const digests = migrations.map(({ version, sql }) => [
      version,
      createHash('sha256').update(sql).digest('hex'),
    ])
    expect(Object.fromEntries(digests)).toEqual(frozenDigests)
  })

  test('[MIG1] import nothing', () => {
    const folder = new URL('../../src-main/adapters/sqlite/migrations/', import.meta.url)
    const frozen = readdirSync(folder).filter((name) => /^\d{4}_/.test(name))
    expect(frozen.length).toBe(migrations.length)
    for (const name of frozen) expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/^import /m)
  })

  test('[MIG2] from every earlier version the schema ends the same', () => {
    const whole = new SqliteDatabase(':memory:')
    migrate(whole, migrations)
    expect(schemaVersionOf(whole)).toBe(migrations.length)
    for (let version = 0; version <= migrations.length; version++) {
      const database = new SqliteDatabase(':memory:')
      migrate(database, migrations.slice(0, version))
      migrate(database, migrations)
      expect(schemaOf(database)).toEqual(schemaOf(whole))
      database.close()
    }
    whole.close()
  })

  test('[MIG2] every table of ours is STRICT', () => {
    const database = new SqliteDatabase(':memory:')
    migrate(database, migrations)
    const loose = database
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all()
    expect(loose).toEqual(['sqlite_schema'])
    database.close()
  })
})

describe('a file of an earlier version', () => {
  const next = {
    version: migrations.length + 1,
    sql: "CREATE TABLE later (x TEXT) STRICT; INSERT INTO later VALUES ('x');",
  }
  const later = (sql = next.sql) =>
    sqliteCommitteeFiles(settings({ migrations: [...migrations, { ...next, sql }] }))

  test('[MIG3] is brought forward after a byte copy beside it, which the earlier program still opens', async () => {
    using folder = temporaryFolder()
    const path = folder.file('Comité 2026.delibere')
    const { file } = await createdFile(path)
    withCandidature(file, 1, 'un', 'Berric')
    file.close()
    const before = readFileSync(path)
    const migrated = await openedFile(path, later())
    expect(migrated.counts().dossier).toBe(1)
    expect(migrated.doctor().verdict).toBe('conforme')
    migrated.close()
    const copy = `Comité 2026 (avant mise à jour v${migrations.length}).delibere`
    expect(readdirSync(folder.path).sort()).toEqual(['Comité 2026.delibere', copy].sort())
    expect(readFileSync(folder.file(copy)).equals(before)).toBe(true)
    const secret = { kind: 'passphrase', text: passphrase } as const
    expect(codeOf(await sqliteCommitteeFiles(settings()).open(path, secret))).toBe('file.newer-version')
    const old = await openedFile(folder.file(copy))
    expect(old.counts().dossier).toBe(1)
    old.close()
  })

  test('[MIG4] a migration that fails leaves the file at its version, and is tried again', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    file.close()
    const broken = later('CREATE TABLE later (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);')
    await expect(broken.open(path, { kind: 'passphrase', text: passphrase })).rejects.toThrow('nowhere')
    const same = await openedFile(path)
    expect(same.doctor().verdict).toBe('conforme')
    same.close()
    valueOf(await later().open(path, { kind: 'passphrase', text: passphrase })).close()
    const name = `a (avant mise à jour v${migrations.length}`
    expect(readdirSync(folder.path).sort()).toEqual(
      [`${name} 2).delibere`, `${name}).delibere`, 'a.delibere'].sort(),
    )
  })
})
