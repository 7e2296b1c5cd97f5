import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeDocument } from '#main/adapters/documents/writing/writeDocument.ts'
import { writeRefusal } from '#main/adapters/documents/writing/writeRefusal.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-write-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const bytes = new Uint8Array([1, 2, 3])

describe('writing a document', () => {
  it('[WF1] writes a new file, replaces an older one, and leaves nothing beside it', async () => {
    const path = join(folder, 'Procès-verbal PV 2026-01.pdf')
    expect(await writeDocument(path, new Uint8Array([9]))).toEqual({ ok: true, value: { path } })
    expect(await writeDocument(path, bytes)).toEqual({ ok: true, value: { path } })
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    expect(readdirSync(folder)).toEqual(['Procès-verbal PV 2026-01.pdf'])
  })

  it('[WF1] says that the folder does not exist', async () => {
    const path = join(folder, 'absent', 'a.pdf')
    expect(await writeDocument(path, bytes)).toEqual({
      ok: false,
      refusal: { code: 'file.missing', details: { path } },
    })
  })

  it('[WF1] an older file survives a failure to take its name', async () => {
    const path = join(folder, 'a.pdf')
    mkdirSync(path)
    writeFileSync(join(path, 'dedans'), 'ancien')
    const written = await writeDocument(path, bytes)
    expect(written.ok).toBe(false)
    expect(readFileSync(join(path, 'dedans'), 'utf8')).toBe('ancien')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  it.runIf(process.platform === 'linux' && process.getuid?.() !== 0)(
    '[WF1] says that the place is read-only',
    async () => {
      const path = join(folder, 'a.pdf')
      chmodSync(folder, 0o500)
      expect(await writeDocument(path, bytes)).toEqual({
        ok: false,
        refusal: { code: 'file.read-only', details: { path } },
      })
    },
  )

  it.each([
    ['EROFS', 'file.read-only'],
    ['EACCES', 'file.read-only'],
    ['EPERM', 'file.read-only'],
    ['ENOSPC', 'file.disk-full'],
    ['EDQUOT', 'file.disk-full'],
    ['ENOENT', 'file.missing'],
    ['EBUSY', 'file.in-use'],
    ['EIO', null],
  ])('[WF1] %s is %s', (errorCode, refusal) => {
    expect(writeRefusal(errorCode)).toBe(refusal)
  })
})
