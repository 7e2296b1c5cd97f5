import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { documentKinds } from '#shared/domain/documents/documentIdentity.ts'

it('[EX10] the demo goes from nothing to verified minutes, whatever an earlier run left', {
  timeout: 180_000,
}, () => {
  const root = join(import.meta.dirname, '..', '..')
  const folder = join(root, 'out', 'demo')
  mkdirSync(folder, { recursive: true })
  for (const name of ['comite-exemple.delibere', 'minutes.pdf']) writeFileSync(join(folder, name), 'reste')
  const run = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/demo.ts'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([run.status, run.stderr]).toEqual([0, ''])
  expect(run.stdout).toContain('Vérification de minutes.pdf : conforme')
  expect(run.stdout).toContain('Vérification de tout le fichier : conforme')
  const made = [
    'comite-exemple.delibere',
    'minutes.pdf',
    'minutes.docx',
    'ranking.csv',
    'decision-record.pdf',
  ]
  for (const name of made) expect(statSync(join(folder, name)).size).toBeGreaterThan(1000)
  // One of each kind, in both formats: what the program can make and the demo forgot would be missing here.
  const kinds = documentKinds.filter((kind) => kind !== 'disclosure-log')
  const written = new Set(readdirSync(join(folder, 'documents')))
  const expected = kinds.flatMap((kind) => [`${kind}.pdf`, `${kind}.docx`])
  expect(expected.filter((name) => !written.has(name))).toEqual([])
  const pdf = readFileSync(join(folder, 'minutes.pdf'))
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
})
