import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rootDir } from '#tests/support/rootDir.ts'

test('[HS8] the page of the guests is laid out whole, or the one that was there stays as it was', () => {
  const house = mkdtempSync(join(tmpdir(), 'delibere-guests-'))
  onTestFinished(() => rmSync(house, { recursive: true, force: true }))
  const page = join('src-main', 'sync', 'guests', 'page')
  for (const path of [join('scripts', 'guestPage.mjs'), join('scripts', 'ground'), page])
    cpSync(join(rootDir, path), join(house, path), { recursive: true })
  const out = join(house, 'out', 'resources', 'guests')
  const layOut = () => spawnSync(process.execPath, [join(house, 'scripts', 'guestPage.mjs')]).status
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'ofAnOlderProgram.ts'), '')
  expect(layOut()).toBe(0)
  const sources = readdirSync(join(rootDir, page)).filter((name) => name !== 'tsconfig.json')
  expect(readdirSync(out)).toEqual(sources)
  writeFileSync(join(out, 'index.html'), 'the page that is served')
  writeFileSync(join(house, page, 'zed.ts'), 'const no types here: = ')
  expect(layOut()).not.toBe(0)
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the page that is served')
  const html = readdirSync(join(house, 'out'), { recursive: true }).filter((name) =>
    String(name).endsWith('index.html'),
  )
  expect(html).toEqual([join('resources', 'guests', 'index.html')])
})
