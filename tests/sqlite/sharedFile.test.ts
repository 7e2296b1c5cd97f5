import { describe, expect, test } from 'vitest'
import { ok } from '#shared/kernel/result.ts'
import type { Entity } from '#shared/operations/operation.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import {
  act,
  addCandidature,
  codeOf,
  createdFile,
  openedFile,
  secretary,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'
import { sharedWorld } from './sharedWorld.ts'

const dossier = 'dossier/d1' as Entity

const retitle = (file: ShareableFile, title: string, label = `Titre ${title}`, entity = dossier) =>
  file.transact(act(label), (transaction) => transaction.emit('dossier.change@1', entity, { set: { title } }))

const titleOf = (file: ShareableFile, id = 'd1') => file.load('dossier', id)?.state.title

describe('a shared file', () => {
  test('[FS-1] goes on from what it was alone, and its acts are shown at once, ordered later', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    withCandidature(file, 1, 'un', 'Berric')
    const world = sharedWorld(file)
    expect(file.sharing.state()).toEqual({
      sharing: 'shared',
      toSend: 0,
      toRegularise: 0,
      readOnly: 0,
      incidents: 0,
      mustEnrol: null,
    })
    expect(file.undoState()).toEqual({ undo: null, redo: null })
    valueOf(retitle(file, 'deux'))
    expect(titleOf(file)).toBe('deux')
    expect(file.sharing.state().toSend).toBe(1)
    expect(file.doctor().verdict).toBe('conforme')
    world.push(file)
    expect(file.sharing.state().toSend).toBe(1)
    expect(world.pull(file)).toMatchObject([
      { kind: 'settled', seq: 1 },
      { kind: 'changed', entities: [dossier] },
    ])
    expect(file.sharing.state().toSend).toBe(0)
    expect(world.store.row('aggregate', dossier)?.state).toMatchObject({ title: 'deux' })
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
    const again = await openedFile(path)
    expect(titleOf(again)).toBe('deux')
    expect(again.doctor().verdict).toBe('conforme')
    again.close()
  })
})
