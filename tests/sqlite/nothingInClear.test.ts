import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ok } from '#shared/kernel/result.ts'
import {
  act,
  addCandidature,
  createdFile,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'

/** What a thief would look for, in the forms it could have on a disk. */
const names = ['Quatremarre', 'quatremarre', 'Zénobie', 'zenobie', 'PRIVATE KEY']
const needles = names.flatMap((name) => [
  Buffer.from(name, 'utf8'),
  Buffer.from(name, 'utf16le'),
  Buffer.from(name, 'latin1'),
])

function foundIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name))
    return needles.some((needle) => bytes.includes(needle))
  })
}

test('[FILE11] nothing typed is in clear in the file, its journal or any file beside it: open, sorting, killed, closed', async () => {
  using folder = temporaryFolder()
  const path = folder.file('a.delibere')
  const seen = new Set<string>()
  const watcher = watch(folder.path, (_event, name) => name !== null && seen.add(name))
  const { file } = await createdFile(path)
  valueOf(
    file.transact(act('import'), (transaction) => {
      for (let number = 1; number <= 3000; number++)
        addCandidature(transaction, number, `Projet de Zénobie ${number}`, 'Zénobie Quatremarre')
      return ok(null)
    }),
  )
  file.listCandidatures({
    callId: null,
    search: 'quatrem',
    filters: {},
    sort: 'title',
    descending: true,
    offset: 1000,
    limit: 100,
  })
  // The process that holds the file reads it here by name: the lock is then lost, which this test does not need.
  expect([readdirSync(folder.path), foundIn(folder.path)]).toEqual([['a.delibere', 'a.delibere-wal'], []])
  file.close()
  watcher.close()
  expect([readdirSync(folder.path), foundIn(folder.path)]).toEqual([['a.delibere'], []])
  const names = [...seen].filter(
    (name) => !/^(a\.delibere(-wal)?|\.a\.delibere\.[0-9a-f]{12}\.part(-journal)?)$/.test(name),
  )
  expect(names).toEqual([])
})

test('[FILE11] nor after a kill in the middle of the writes', async () => {
  using folder = temporaryFolder()
  const path = folder.file('a.delibere')
  const { file } = await createdFile(path)
  withCandidature(file, 1, 'un', 'Zénobie Quatremarre')
  file.close()
  const child = new URL('./committeeChild.ts', import.meta.url).pathname
  const writer = spawn(process.execPath, [child, 'write', path], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const _chunk of writer.stdout) writer.kill('SIGKILL')
  expect([readdirSync(folder.path), foundIn(folder.path)]).toEqual([['a.delibere', 'a.delibere-wal'], []])
})
