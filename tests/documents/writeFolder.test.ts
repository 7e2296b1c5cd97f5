import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type FolderDisk,
  type FolderFile,
  writeFolder,
} from '#main/adapters/documents/writing/writeFolder.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { rootDir } from '#tests/support/rootDir.ts'

let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'delibere-folder-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const pdf = (name: string, ...bytes: number[]): FolderFile => ({ name, bytes: new Uint8Array(bytes) })

async function* these(...files: readonly (FolderFile | null)[]) {
  yield* files
}

/** A disk that fails at the second file, or at the renaming, with this code. */
function failing(code: string, when: 'file' | 'rename'): FolderDisk {
  let written = 0
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }))
  return {
    writeFile: (path, bytes) => {
      written += 1
      return when === 'file' && written === 2 ? fail() : writeFile(path, bytes)
    },
    rename: (from, to) => (when === 'rename' ? fail() : rename(from, to)),
  }
}

const child = (path: string, what: 'kill' | 'fill') =>
  spawnSync(
    'bash',
    [
      '-c',
      `${what === 'fill' ? 'ulimit -f 64; trap "" XFSZ; ' : ''}exec "${process.execPath}" "$@"`,
      'bash',
      join(rootDir, 'tests/documents/fixtures/writeFolderChild.ts'),
      path,
      what,
    ],
    { encoding: 'utf8' },
  )

describe('writing a folder', () => {
  it('[WF2] writes every file, records, and leaves nothing beside it', async () => {
    const path = join(place, 'Courriers PV-2026-001')
    const seen: boolean[] = []
    const written = await writeFolder(path, these(pdf('a.pdf', 1), pdf('b.pdf', 2, 3)), () => {
      seen.push(existsSync(join(path, 'b.pdf')))
      return ok(null)
    })
    expect([written, seen]).toEqual([{ ok: true, value: null }, [true]])
    expect(readdirSync(place)).toEqual(['Courriers PV-2026-001'])
    expect([...readFileSync(join(path, 'b.pdf'))]).toEqual([2, 3])
  })

  it('[WF2] never touches a folder or a file that has the name, even an empty one made meanwhile', async () => {
    const path = join(place, 'Courriers')
    writeFileSync(path, 'ancien')
    const refusal = { ok: false, refusal: { code: 'file.exists', details: { path } } }
    expect(await writeFolder(path, these(pdf('a.pdf', 1)))).toEqual(refusal)
    expect(readFileSync(path, 'utf8')).toBe('ancien')
    rmSync(path)
    async function* meanwhile() {
      yield pdf('a.pdf', 1)
      mkdirSync(path)
    }
    expect(await writeFolder(path, meanwhile())).toEqual(refusal)
    expect([readdirSync(place), readdirSync(path)]).toEqual([['Courriers'], []])
  })

  it('[WF2] stopped by its files, by its record or by an exception, leaves nothing', async () => {
    const path = join(place, 'Courriers')
    const stopped = await writeFolder(path, these(pdf('a.pdf', 1), null, pdf('b.pdf', 2)))
    const unrecorded = await writeFolder(path, these(pdf('a.pdf', 1)), () => refuse('file.disk-full'))
    async function* broken() {
      yield pdf('a.pdf', 1)
      throw new Error('broken')
    }
    await expect(writeFolder(path, broken())).rejects.toThrow('broken')
    await expect(writeFolder(path, these(pdf('../a.pdf', 1)))).rejects.toThrow('no plain name')
    await expect(
      writeFolder(path, these(pdf('a.pdf', 1)), () => {
        throw new Error('broken record')
      }),
    ).rejects.toThrow('broken record')
    expect([stopped, unrecorded]).toMatchObject([
      { ok: false, refusal: { code: 'document.cancelled' } },
      { ok: false, refusal: { code: 'file.disk-full' } },
    ])
    expect(readdirSync(place)).toEqual([])
  })

  it.each([
    ['file', 'ENOSPC', 'file.disk-full', 'b.pdf'],
    ['file', 'EROFS', 'file.read-only', 'b.pdf'],
    ['rename', 'EPERM', 'file.read-only', ''],
    ['rename', 'EBUSY', 'file.in-use', ''],
  ] as const)(
    '[WF2] a failure of the %s, %s, is %s and leaves nothing',
    async (when, code, refusal, about) => {
      const path = join(place, 'Courriers')
      const files = these(pdf('a.pdf', 1), pdf('b.pdf', 2), pdf('c.pdf', 3))
      expect(await writeFolder(path, files, () => ok(null), failing(code, when))).toEqual({
        ok: false,
        refusal: { code: refusal, details: { path: join(path, about) } },
      })
      expect(readdirSync(place)).toEqual([])
    },
  )

  it('[WF2] refuses two files of one name and a place that does not exist', async () => {
    const path = join(place, 'Courriers')
    expect(await writeFolder(path, these(pdf('a.pdf', 1), pdf('a.pdf', 2)))).toEqual({
      ok: false,
      refusal: { code: 'file.exists', details: { path: join(path, 'a.pdf') } },
    })
    const nowhere = join(place, 'absent', 'Courriers')
    expect(await writeFolder(nowhere, these(pdf('a.pdf', 1)))).toEqual({
      ok: false,
      refusal: { code: 'file.missing', details: { path: nowhere } },
    })
    expect(readdirSync(place)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('[WF2] says that the place is read-only', async () => {
    // A system folder in which nobody, not even the administrator, makes one.
    const path = '/sys/kernel/Courriers'
    expect(await writeFolder(path, these(pdf('a.pdf', 1)))).toEqual({
      ok: false,
      refusal: { code: 'file.read-only', details: { path } },
    })
  })

  it.runIf(process.platform === 'linux')('[WF2] really out of room in the middle, leaves nothing', () => {
    const path = join(place, 'Courriers')
    const run = child(path, 'fill')
    expect(JSON.parse(run.stdout)).toEqual({
      ok: false,
      refusal: { code: 'file.disk-full', details: { path: join(path, 'b.pdf') } },
    })
    expect(readdirSync(place)).toEqual([])
  })

  it.runIf(process.platform === 'linux')(
    '[WF2] killed in the middle, leaves one temporary folder that the next time removes',
    async () => {
      const path = join(place, 'Courriers')
      expect(child(path, 'kill').signal).toBe('SIGKILL')
      expect(readdirSync(place)).toEqual([expect.stringMatching(/^\.Courriers\.[0-9a-f]{12}\.en-cours$/)])
      expect(await writeFolder(path, these(pdf('a.pdf', 1)))).toEqual({ ok: true, value: null })
      expect(readdirSync(place)).toEqual(['Courriers'])
    },
  )

  it('[WF2] removes the leftovers of other names only when nobody touches them any more', async () => {
    const [living, dead, foreign] = [
      '.Autres.0123456789ab.en-cours',
      '.Vieux.0123456789ab.en-cours',
      '.Vieux.en-cours',
    ]
    for (const name of [living, dead, foreign]) {
      mkdirSync(join(place, name))
      writeFileSync(join(place, name, 'a.pdf'), 'a')
    }
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    for (const name of [dead, foreign]) utimesSync(join(place, name), longAgo, longAgo)
    await writeFolder(join(place, 'Courriers'), these(pdf('a.pdf', 1)))
    expect(readdirSync(place)).toEqual([living, foreign, 'Courriers'])
  })
})
