import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { newFile } from '#server/commands/newFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'delibere-target-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('where a command of the server writes', () => {
  test('[SV6] a path that can be written is answered whole', () => {
    expect(newFile(join(folder, 'là', '..', 'sauvegarde.db'))).toBe(join(folder, 'sauvegarde.db'))
  })

  test('[SV6] a file that is there, a folder that is not and one that is a file are said in words, before anything is written', () => {
    const there = join(folder, 'ici.db')
    writeFileSync(there, '')
    expect(() => newFile(there)).toThrow('Ce fichier existe déjà.')
    expect(() => newFile(join(folder, 'absent', 'x.db'))).toThrow(
      `Il n’y a pas de dossier ${join(folder, 'absent')}.`,
    )
    expect(() => newFile(join(there, 'x.db'))).toThrow(`Il n’y a pas de dossier ${there}.`)
  })
})
