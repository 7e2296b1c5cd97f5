import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { loadTerritoryDirectory } from '#main/adapters/territories/loadTerritoryDirectory.ts'
import { departments } from '#shared/domain/dossier/departments.ts'

const folder = mkdtempSync(join(tmpdir(), 'delibere-territories-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('[DO30] builds the file where it is absent, then reads it, with the same answers', () => {
  const path = join(folder, 'resources', 'territories.json')
  const built = loadTerritoryDirectory(path)
  expect(readdirSync(join(folder, 'resources'))).toEqual(['territories.json'])
  const loaded = loadTerritoryDirectory(path)
  for (const directory of [built, loaded]) {
    expect([directory.cogYear, directory.byCode('commune', '56041')?.name]).toEqual([2026, 'Cléguérec'])
  }
  const table = JSON.parse(readFileSync(path, 'utf8'))
  expect(
    table.departments.codes.map((code: string, row: number) => [code, table.departments.names[row]]),
  ).toEqual(departments)
})
