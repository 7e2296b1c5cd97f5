import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { KeyStore } from '#main/adapters/keys/keyStore.ts'
import { sealedKeyFolder } from '#main/adapters/keys/sealedKeyFolder.ts'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Secret } from '#shared/usecases/ports.ts'
import {
  act,
  addCandidature,
  codeOf,
  createdFile,
  openedFile,
  passphrase,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'

const phrase = (text: string): Secret => ({ kind: 'passphrase', text })
const areaStart = 8192
const areaEnd = 16_384

describe('key area', () => {
  test('[KEY3] a changed passphrase rewraps: no page of the database changes, the old phrase is gone from both copies', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const files = sqliteCommitteeFiles(settings())
    const { file, recoveryCode } = await createdFile(path, files)
    withCandidature(file, 1, 'un', 'Berric')
    file.close()
    const before = readFileSync(path)
    expect(
      codeOf(await files.changePassphrase(path, phrase('pas la bonne phrase'), 'une autre phrase')),
    ).toBe('file.wrong-secret')
    expect(codeOf(await files.changePassphrase(path, phrase(passphrase), 'court'))).toBe(
      'file.weak-passphrase',
    )
    expect(readFileSync(path)).toEqual(before)
    valueOf(await files.changePassphrase(path, phrase(passphrase), 'une autre phrase'))
    const after = readFileSync(path)
    expect(after.subarray(0, areaStart)).toEqual(before.subarray(0, areaStart))
    expect(after.subarray(areaEnd)).toEqual(before.subarray(areaEnd))
    expect(after.subarray(areaStart, areaStart + 4096)).toEqual(after.subarray(areaStart + 4096, areaEnd))
    expect(codeOf(await files.open(path, phrase(passphrase)))).toBe('file.wrong-secret')
    for (const secret of [
      phrase('une autre phrase'),
      { kind: 'recovery-code', text: recoveryCode } as const,
    ]) {
      const again = valueOf(await files.open(path, secret))
      expect(again.doctor().verdict).toBe('conforme')
      again.close()
    }
  })

  test('[KEY4] torn at any byte of either write, the file opens with the old phrase or the new one', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const files = sqliteCommitteeFiles(settings())
    const { file } = await createdFile(path, files)
    file.close()
    const before = readFileSync(path)
    valueOf(await files.changePassphrase(path, phrase(passphrase), 'une autre phrase'))
    const after = readFileSync(path)
    const torn = async (written: readonly [firstCopy: number, secondCopy: number]) => {
      const bytes = Buffer.from(before)
      for (const [copy, count] of written.entries()) {
        const offset = areaStart + copy * 4096
        after.copy(bytes, offset, offset, offset + count)
      }
      writeFileSync(path, bytes)
      const answers = [passphrase, 'une autre phrase'].map(async (text) => {
        const opened = await files.open(path, phrase(text))
        if (opened.ok) opened.value.close()
        return opened.ok
      })
      const [old, fresh] = [await answers[0], await answers[1]]
      return [old, fresh]
    }
    // The stale copy (the second, at equal generations) is written first.
    for (const count of [1, 30, 512, 4095]) expect(await torn([0, count])).toEqual([true, false])
    expect(await torn([0, 4096])).toEqual([false, true])
    for (const count of [30, 512, 4095]) expect(await torn([count, 4096])).toEqual([false, true])
  })

  test('[KEY4] an interrupted change is named by the doctor, and mended by the next one', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const files = sqliteCommitteeFiles(settings())
    const { file } = await createdFile(path, files)
    file.close()
    const before = readFileSync(path)
    valueOf(await files.changePassphrase(path, phrase(passphrase), 'une autre phrase'))
    const half = readFileSync(path)
    before.copy(half, areaStart, areaStart, areaStart + 4096)
    writeFileSync(path, half)
    const opened = valueOf(await files.open(path, phrase('une autre phrase')))
    expect(opened.doctor().verdict).toMatch(/^Un changement de phrase de passe s’est interrompu/)
    opened.close()
    valueOf(await files.changePassphrase(path, phrase('une autre phrase'), 'la troisième phrase'))
    const mended = valueOf(await files.open(path, phrase('la troisième phrase')))
    expect(mended.doctor().verdict).toBe('conforme')
    mended.close()
  })

  test('[KEY5] SQLite never touches the reserved pages: growth, deletion, reuse, checkpoints, reopening', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    file.close()
    const area = readFileSync(path).subarray(4096, 20_480)
    for (const round of [1, 2]) {
      const opened = await openedFile(path)
      valueOf(
        await opened.transactInSlices(
          act('croissance'),
          function* (transaction) {
            for (let number = 1; number <= 1500; number++) {
              addCandidature(transaction, round * 10_000 + number, 'x'.repeat(500), `Commune ${number}`)
              if (number % 500 === 0) yield { done: number, total: 1500 }
            }
            return ok(null)
          },
          { onProgress: () => {}, signal: { aborted: false } },
        ),
      )
      const sha256 = valueOf(
        opened.transact(act('gros'), (transaction) => ok(transaction.putBlob(new Uint8Array(3_000_000)))),
      )
      expect(opened.blob(sha256)?.length).toBe(3_000_000)
      for (let number = 1; number <= 50; number++)
        valueOf(
          opened.transact(act('raccourci'), (transaction) =>
            transaction.emit('dossier.change@1', entityOf('dossier', `d${round * 10_000 + number}`), {
              set: { title: 'court' },
            }),
          ),
        )
      valueOf(opened.undo({ userId: 'secretary' }))
      expect(opened.doctor().verdict).toBe('conforme')
      opened.close()
      expect(readFileSync(path).subarray(4096, 20_480)).toEqual(area)
    }
  })
})

describe('quick unlock', () => {
  function testSealer() {
    const state = { available: true, broken: false }
    return {
      state,
      isAvailable: async () => state.available,
      seal: async (plain: Uint8Array) => plain.map((byte) => byte ^ 0x5a),
      unseal: async (sealed: Uint8Array) => sealed.map((byte) => byte ^ (state.broken ? 0x33 : 0x5a)),
    }
  }

  test('[KEY6] remembered, it opens without the phrase, survives its change, is forgotten on demand', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const keyStore: KeyStore = sealedKeyFolder(folder.file('user'), testSealer())
    const files = sqliteCommitteeFiles(settings({ keyStore }))
    const { file } = await createdFile(path, files)
    file.close()
    expect(await files.offersQuickUnlock(path)).toBe(false)
    valueOf(await files.rememberKey(path, phrase(passphrase)))
    expect(await files.offersQuickUnlock(path)).toBe(true)
    valueOf(await files.changePassphrase(path, { kind: 'quick-unlock' }, 'une autre phrase'))
    valueOf(await files.open(path, { kind: 'quick-unlock' })).close()
    valueOf(await files.forgetKey(path))
    expect(codeOf(await files.open(path, { kind: 'quick-unlock' }))).toBe('file.no-quick-unlock')
  })

  test('[KEY6] a sealed key that does not open the file is removed; without a store nothing is kept', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const sealer = testSealer()
    const files = sqliteCommitteeFiles(settings({ keyStore: sealedKeyFolder(folder.file('user'), sealer) }))
    const { file } = await createdFile(path, files)
    file.close()
    valueOf(await files.rememberKey(path, phrase(passphrase)))
    sealer.state.broken = true
    expect(codeOf(await files.open(path, { kind: 'quick-unlock' }))).toBe('file.no-quick-unlock')
    sealer.state.broken = false
    expect(await files.offersQuickUnlock(path)).toBe(false)
    valueOf(await files.open(path, phrase(passphrase))).close()
    sealer.state.available = false
    expect(codeOf(await files.rememberKey(path, phrase(passphrase)))).toBe('file.no-quick-unlock')
  })
})
