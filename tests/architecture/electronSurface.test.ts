import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rootDir } from '#tests/support/rootDir.ts'

// The end-to-end specs run on a double of `electron`: a name that it lacks would only fail at run time.

const hostDir = join(rootDir, 'src-main', 'hosts', 'electron')
const doublePath = join(rootDir, 'tests', 'support', 'electron-double', 'electron.ts')

test('[AR4] the double has every name that the main process imports from electron', () => {
  const used = readdirSync(hostDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'preload.ts')
    .flatMap((file) => valuesImportedFromElectron(readFileSync(join(hostDir, file), 'utf8')))
  expect(used.length).toBeGreaterThan(5)
  expect([...new Set(used)].filter((name) => !namesOfTheDouble().includes(name))).toEqual([])
})

test('[AR4] the double’s preload has every name that our preload imports', () => {
  const used = valuesImportedFromElectron(readFileSync(join(hostDir, 'preload.ts'), 'utf8'))
  const world = readFileSync(join(rootDir, 'tests/support/electron-double/isolatedWorld.js'), 'utf8')
  const offered = /=== 'electron'\) return \{([^}]*)\}/
    .exec(world)?.[1]
    ?.split(',')
    .map((name) => name.trim())
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((name) => !offered?.includes(name))).toEqual([])
})

test('[AR4] a name imported as a type does not count, a default import is refused', () => {
  expect(valuesImportedFromElectron("import { app, type BrowserWindow } from 'electron'")).toEqual(['app'])
  expect(valuesImportedFromElectron("import type { Menu } from 'electron'")).toEqual([])
  expect(valuesImportedFromElectron("import electron from 'electron'")).toEqual(['default'])
})

function valuesImportedFromElectron(source: string): string[] {
  return [...source.matchAll(/import\s+(type\s+)?([^'"]*?)\s+from\s+['"]electron['"]/g)].flatMap(
    ([, isType, names = '']) => {
      if (isType !== undefined) return []
      if (!names.startsWith('{')) return ['default']
      return names
        .slice(1, -1)
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => name.split(/\s+as\s+/)[0] ?? name)
    },
  )
}

function namesOfTheDouble(): string[] {
  return [...readFileSync(doublePath, 'utf8').matchAll(/export \{ ([^}]+) \}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  )
}
