import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootDir } from '#tests/support/rootDir.ts'

// Guards the guard: in a small house of the same rooms, one forbidden import per rule must be named.

let house: string

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'delibere-house-'))
  cpSync(join(rootDir, '.dependency-cruiser.cjs'), join(house, '.dependency-cruiser.cjs'))
  cpSync(join(rootDir, 'package.json'), join(house, 'package.json'))
  symlinkSync(join(rootDir, 'node_modules'), join(house, 'node_modules'))
  for (const path of rooms) write(path, 'export const one = 1\n')
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

const rooms = [
  'shared/kernel/result.ts',
  'shared/domain/call/call.ts',
  'shared/operations/operation.ts',
  'shared/contract/contract.ts',
  'shared/usecases/closeSession.ts',
  'shared/usecases/ports.ts',
  'shared/i18n/sentences.ts',
  'src-main/adapters/sqlite/openFile.ts',
  'src-main/composition/compose.ts',
  'src-main/sync/syncEngine.ts',
  'src-main/hosts/hostServices.ts',
  'src-main/hosts/electron/main.ts',
  'src-main/hosts/browser/main.ts',
  'src-renderer/features/session/Session.tsx',
  'src-renderer/features/ranking/Ranking.tsx',
  'src-renderer/ui/Button.tsx',
  'src-server/store/openStore.ts',
  'src-server/http/buildServer.ts',
  'tests/support/clock.ts',
]

const plants: readonly (readonly [rule: string, room: string, forbidden: string])[] = [
  ['kernel-imports-nothing', 'shared/kernel', '#shared/domain/call/call.ts'],
  ['kernel-imports-nothing', 'shared/kernel', 'node:fs'],
  ['domain-imports-kernel', 'shared/domain/call', '#shared/operations/operation.ts'],
  ['domain-imports-kernel', 'shared/domain/call', 'node:crypto'],
  ['operations-import-domain', 'shared/operations', '#shared/usecases/ports.ts'],
  ['contract-imports-domain-and-zod', 'shared/contract', '#shared/usecases/closeSession.ts'],
  ['usecases-import-operations-and-domain', 'shared/usecases', '#main/adapters/sqlite/openFile.ts'],
  ['usecases-import-operations-and-domain', 'shared/usecases', 'drizzle-orm'],
  ['i18n-imports-kernel-and-contract', 'shared/i18n', '#shared/usecases/closeSession.ts'],
  ['adapters-know-no-host-nor-composition', 'src-main/adapters/sqlite', '#main/composition/compose.ts'],
  ['adapters-use-ports-only', 'src-main/adapters/sqlite', '#shared/usecases/closeSession.ts'],
  ['composition-knows-no-host', 'src-main/composition', '#main/hosts/electron/main.ts'],
  ['sync-knows-no-host', 'src-main/sync', '#main/composition/compose.ts'],
  ['hosts-import-composition-and-contract', 'src-main/hosts/electron', '#main/adapters/sqlite/openFile.ts'],
  ['hosts-import-composition-and-contract', 'src-main/hosts/browser', '#shared/usecases/closeSession.ts'],
  ['only-its-host-imports-electron', 'src-main/adapters/sqlite', 'electron'],
  ['only-its-host-imports-fastify', 'src-main/hosts/electron', 'fastify'],
  ['renderer-asks-through-the-contract', 'src-renderer/features/session', '#shared/usecases/closeSession.ts'],
  ['renderer-asks-through-the-contract', 'src-renderer/features/session', '#main/composition/compose.ts'],
  ['renderer-has-no-node', 'src-renderer/features/session', 'node:fs'],
  ['features-do-not-import-each-other', 'src-renderer/features/session', '../ranking/Ranking.tsx'],
  ['ui-knows-no-business', 'src-renderer/ui', '../features/ranking/Ranking.tsx'],
  ['server-imports-shared-rooms', 'src-server/http', '#main/adapters/sqlite/openFile.ts'],
  ['server-store-knows-no-door', 'src-server/store', '../http/buildServer.ts'],
  ['server-store-knows-no-door', 'src-server/store', 'fastify'],
  ['nothing-imports-the-server', 'src-main/composition', '#server/store/openStore.ts'],
  ['product-imports-no-test', 'src-server/store', '#tests/support/clock.ts'],
  ['product-imports-no-test', 'shared/domain/call', '#tests/support/clock.ts'],
  ['every-import-is-found', 'shared/kernel', './nowhere.ts'],
]

test('[AR1] a house that respects its doors is accepted, and was really looked at', () => {
  const checked = checkDoors()
  expect(checked.named).toEqual([])
  expect(checked.modules).toBe(rooms.length)
})

test.for(plants)('[AR2] %s is named when a file of %s imports %s', ([rule, room, forbidden]) => {
  const path = `${room}/planted.ts`
  write(path, `import type * as planted from '${forbidden}'\nexport type Planted = typeof planted\n`)
  const { named } = checkDoors()
  rmSync(join(house, path))
  expect(named).toContain(`${rule}: ${path}`)
})

test('[AR2] no-circle is named when two files import each other', () => {
  write('shared/kernel/left.ts', "import { right } from './right.ts'\nexport const left = () => right\n")
  write('shared/kernel/right.ts', "import { left } from './left.ts'\nexport const right = () => left\n")
  const { named } = checkDoors()
  rmSync(join(house, 'shared/kernel/left.ts'))
  rmSync(join(house, 'shared/kernel/right.ts'))
  expect(named).toContain('no-circle: shared/kernel/left.ts')
})

test('[AR3] every rule has a planted fault', async () => {
  const rules = (await import(join(rootDir, '.dependency-cruiser.cjs'))).default.forbidden.map(
    (rule: { name: string }) => rule.name,
  )
  expect([...new Set([...plants.map(([rule]) => rule), 'no-circle'])].sort()).toEqual(rules.sort())
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

function checkDoors(): { readonly named: string[]; readonly modules: number } {
  const tool = join(rootDir, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const done = spawnSync(
    process.execPath,
    [
      tool,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'shared',
      'src-main',
      'src-renderer',
      'src-server',
      'tests',
    ],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const report: {
    modules: { source: string }[]
    summary: { violations: { from: string; rule: { name: string } }[] }
  } = JSON.parse(done.stdout)
  return {
    named: report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`),
    modules: report.modules.filter(({ source }) => !source.includes('node_modules')).length,
  }
}
