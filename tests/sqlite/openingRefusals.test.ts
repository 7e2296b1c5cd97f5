import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { encodeKeyArea } from '#main/adapters/sqlite/file/keyArea.ts'
import { migrations } from '#main/adapters/sqlite/migrations/migrations.ts'
import type { Secret } from '#shared/usecases/ports.ts'
import {
  codeOf,
  createdFile,
  passphrase,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'

const known: Secret = { kind: 'passphrase', text: passphrase }
const files = sqliteCommitteeFiles(settings())

async function closedFile(path: string): Promise<Buffer> {
  const { file } = await createdFile(path)
  for (let number = 1; number <= 20; number++) withCandidature(file, number, 'x'.repeat(3000), 'Berric')
  file.close()
  return readFileSync(path)
}

/** The refusal, once it is sure that the file and its folder are as before. */
async function refusalOf(path: string, secret: Secret = known): Promise<string> {
  const folder = join(path, '..')
  const before = [existsSync(path) && readFileSync(path), readdirSync(folder)]
  const code = codeOf(await files.open(path, secret))
  expect([existsSync(path) && readFileSync(path), readdirSync(folder)]).toEqual(before)
  return code
}

describe('opening refuses, and changes nothing', () => {
  test('[FILE1] a wrong passphrase, a wrong or malformed recovery code, a quick unlock that was not set', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    await closedFile(path)
    expect(await refusalOf(path, { kind: 'passphrase', text: `${passphrase} ` })).toBe('file.wrong-secret')
    expect(
      await refusalOf(path, { kind: 'recovery-code', text: '00000-00000-00000-00000-00000-00000' }),
    ).toBe('file.wrong-secret')
    expect(await refusalOf(path, { kind: 'recovery-code', text: 'bonjour' })).toBe('file.wrong-secret')
    expect(await refusalOf(path, { kind: 'quick-unlock' })).toBe('file.no-quick-unlock')
  })

  test('[FILE2] what is missing, empty, another kind of file, a folder', async () => {
    using folder = temporaryFolder()
    expect(await refusalOf(folder.file('absent.delibere'))).toBe('file.missing')
    for (const [name, bytes] of [
      ['vide.delibere', Buffer.alloc(0)],
      ['texte.delibere', Buffer.from('bonjour '.repeat(5000))],
      ['base.delibere', Buffer.from(`SQLite format 3\0${'\0'.repeat(30_000)}`)],
    ] as const) {
      writeFileSync(folder.file(name), bytes)
      expect([name, await refusalOf(folder.file(name))]).toEqual([name, 'file.not-a-delibere-file'])
    }
    expect(codeOf(await files.open(folder.path, known))).toBe('file.not-a-delibere-file')
  })

  test('[FILE3] a file cut anywhere past its key area is « truncated », before it is « not ours »', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const whole = await closedFile(path)
    for (const length of [
      whole.length - 1,
      whole.length - 4096,
      whole.length - 100_000,
      30_000,
      20_480,
      16_384,
      13_000,
    ]) {
      writeFileSync(path, whole)
      truncateSync(path, length)
      expect([length, await refusalOf(path)]).toEqual([length, 'file.truncated'])
    }
    truncateSync(path, 8000)
    expect(await refusalOf(path)).toBe('file.not-a-delibere-file')
  })

  test('[FILE4] a newer key area or a newer schema', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const whole = await closedFile(path)
    const block = encodeKeyArea({ fileId: 'x', generation: 9, slots: [] })
    block.writeUInt16LE(2, 16)
    const { createHash } = await import('node:crypto')
    createHash('sha256').update(block.subarray(0, 4064)).digest().copy(block, 4064)
    const newer = Buffer.from(whole)
    block.copy(newer, 8192)
    block.copy(newer, 12_288)
    writeFileSync(path, newer)
    expect(await refusalOf(path)).toBe('file.newer-version')

    const future = sqliteCommitteeFiles(
      settings({ migrations: [...migrations, { version: 99, sql: 'CREATE TABLE later (x TEXT) STRICT;' }] }),
    )
    const laterPath = folder.file('b.delibere')
    valueOf(await future.create(laterPath, passphrase)).file.close()
    expect(await refusalOf(laterPath)).toBe('file.newer-version')
  })

  test('[FILE5] damage: in the first page it does not open; in the key area both copies must be lost', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const whole = await closedFile(path)
    const flipped = (...offsets: readonly number[]) => {
      const bytes = Buffer.from(whole)
      for (const offset of offsets) bytes[offset] = (bytes[offset] ?? 0) ^ 1
      writeFileSync(path, bytes)
    }
    flipped(300)
    expect(await refusalOf(path)).toBe('file.damaged')
    flipped(8192 + 100, 12_288 + 100)
    expect(await refusalOf(path)).toBe('file.damaged')
    for (const offset of [8192, 8192 + 100, 12_288, 12_288 + 4000]) {
      flipped(offset)
      const file = valueOf(await files.open(path, known))
      expect(file.counts().dossier).toBe(20)
      expect(file.doctor().verdict).toMatch(/^La (première|seconde) copie de la zone des clés est endommagée/)
      file.close()
    }
  })

  test('[FILE6] a weak passphrase, an existing name, a folder that is not there: nothing is made', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    expect(codeOf(await files.create(path, 'trop court'))).toBe('file.weak-passphrase')
    expect(codeOf(await files.create(join(folder.path, 'absent', 'a.delibere'), passphrase))).toBe(
      'file.missing',
    )
    expect(readdirSync(folder.path)).toEqual([])
    const whole = await closedFile(path)
    expect(codeOf(await files.create(path, passphrase))).toBe('file.exists')
    expect([readFileSync(path), readdirSync(folder.path)]).toEqual([whole, ['a.delibere']])
  })
})

const child = new URL('./committeeChild.ts', import.meta.url).pathname

describe('one opener at a time', () => {
  test('[FILE7] refused at once in this process and in another, and the refusals leave the lock in place', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    withCandidature(file, 1, 'un', 'Berric')
    const other = () => spawnSync(process.execPath, [child, 'open', path], { encoding: 'utf8' }).stdout.trim()
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(codeOf(await files.open(path, known))).toBe('file.in-use')
      expect(codeOf(await files.changePassphrase(path, known, 'une autre phrase'))).toBe('file.in-use')
      expect(await files.offersQuickUnlock(path)).toBe(false)
      expect(other()).toBe('file.in-use')
    }
    withCandidature(file, 2, 'deux', 'Questembert')
    file.close()
    expect(other()).toBe('opened 2')
  })

  test('[FILE8] killed in the middle of its writes, a process leaves no lock and every answered act', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    file.close()
    for (const round of [1, 2, 3]) {
      const writer = spawn(process.execPath, [child, 'write', path], { stdio: ['ignore', 'pipe', 'inherit'] })
      let answered = 0
      for await (const chunk of writer.stdout) {
        answered = Number(String(chunk).trim().split('\n').at(-1))
        if (answered > round * 30 && !writer.killed) writer.kill('SIGKILL')
      }
      const again = valueOf(await files.open(path, known))
      expect(again.counts().dossier).toBeGreaterThanOrEqual(answered)
      expect(again.lastCandidatureNumber('call-1')).toBe(again.counts().dossier)
      expect(again.doctor().verdict).toBe('conforme')
      again.close()
      expect(readdirSync(folder.path)).toEqual(['a.delibere'])
    }
  })
})

describe('disks', () => {
  test('[FILE9] a file that may not be written is refused, and stays as it was', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const whole = await closedFile(path)
    chmodSync(path, 0o444)
    chmodSync(folder.path, 0o555)
    try {
      // Root may write anywhere: the question is asked as nobody.
      const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
      const answer = spawnSync(process.execPath, [child, 'open', path], { encoding: 'utf8', ...asNobody })
      expect(answer.stdout.trim()).toBe('file.read-only')
      expect(readFileSync(path)).toEqual(whole)
    } finally {
      chmodSync(folder.path, 0o755)
    }
  })

  test('[FILE10] a byte copy elsewhere opens, with the same content', async () => {
    using folder = temporaryFolder()
    using elsewhere = temporaryFolder()
    const path = folder.file('a.delibere')
    await closedFile(path)
    copyFileSync(path, elsewhere.file('copie.delibere'))
    const copy = valueOf(await files.open(elsewhere.file('copie.delibere'), known))
    expect(copy.counts().dossier).toBe(20)
    expect(copy.doctor().verdict).toBe('conforme')
    copy.close()
  })
})
