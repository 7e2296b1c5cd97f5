import { describe, expect, test } from 'vitest'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { cents } from '#shared/kernel/cents.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import {
  act,
  addCandidature,
  codeOf,
  createdFile,
  dossierData,
  openedFile,
  secretary,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'

const sound = (commits: number, operations: number, aggregates: number) => ({
  sound: true,
  verdict: 'conforme',
  checked: { commits, operations, aggregates },
})

describe('one act', () => {
  test('[STO1] what is written is read back, after closing too, and the doctor agrees', async () => {
    using folder = temporaryFolder()
    const path = folder.file('comité.delibere')
    const { file } = await createdFile(path)
    withCandidature(file, 1, 'Portail familles', 'Berric')
    expect(file.load('dossier', 'd1')).toEqual({
      version: 1,
      state: { id: 'd1', ...dossierData('Portail familles', 'Berric') },
    })
    expect(file.doctor()).toEqual(sound(1, 2, 2))
    file.close()
    const again = await openedFile(path)
    expect(again.load('candidature', 'c1')?.state.requestedCents).toBe(100)
    expect(again.candidaturesOfCall('call-1').map(({ dossier }) => dossier.title)).toEqual([
      'Portail familles',
    ])
    expect(again.counts()).toMatchObject({ dossier: 1, candidature: 1, sheet: 0 })
    withCandidature(again, 2, 'Médiathèque', 'Questembert')
    expect(again.doctor()).toEqual(sound(2, 4, 4))
    again.close()
  })

  test('[STO2] a refusal or an exception leaves nothing behind', async () => {
    using folder = temporaryFolder()
    const { file } = await createdFile(folder.file('a.delibere'))
    withCandidature(file, 1, 'Portail', 'Berric')
    const refused = file.transact(act('refusée'), (transaction) => {
      addCandidature(transaction, 2, 'Médiathèque', 'Questembert')
      expect(transaction.load('dossier', 'd2')?.version).toBe(1)
      expect(transaction.lastCandidatureNumber('call-1')).toBe(2)
      return refuse('input.invalid')
    })
    expect(codeOf(refused)).toBe('input.invalid')
    expect(() =>
      file.transact(act('bogue'), (transaction) => {
        addCandidature(transaction, 2, 'Médiathèque', 'Questembert')
        throw new Error('bug')
      }),
    ).toThrow('bug')
    expect(file.load('dossier', 'd2')).toBeNull()
    expect(file.lastCandidatureNumber('call-1')).toBe(1)
    expect(file.undoState()).toEqual({ undo: 'Candidature de Berric', redo: null })
    expect(file.doctor()).toEqual(sound(1, 2, 2))
    file.close()
  })

  test('[STO3] history tells each version with its author, label, before and after', async () => {
    using folder = temporaryFolder()
    const { file } = await createdFile(folder.file('a.delibere'))
    withCandidature(file, 1, 'Portail', 'Berric')
    const entity = entityOf('dossier', 'd1')
    valueOf(
      file.transact(act('Titre corrigé'), (transaction) =>
        transaction.emit('dossier.change@1', entity, { set: { title: 'Portail familles' } }, 'm1'),
      ),
    )
    const before = { id: 'd1', ...dossierData('Portail', 'Berric') }
    const [newest, first] = file.history(entity)
    expect(newest).toEqual({
      version: 2,
      at: expect.stringMatching(/^2026-/),
      userId: 'secretary',
      onBehalfOf: 'm1',
      label: 'Titre corrigé',
      kind: 'dossier.change@1',
      before,
      after: { ...before, title: 'Portail familles' },
    })
    expect(first).toMatchObject({
      version: 1,
      onBehalfOf: null,
      label: 'Candidature de Berric',
      before: null,
    })
    file.close()
  })

  test('[STO3] a member set to undefined folds today as it will fold from the log', async () => {
    using folder = temporaryFolder()
    const { file } = await createdFile(folder.file('a.delibere'))
    withCandidature(file, 1, 'Portail', 'Berric')
    valueOf(
      file.transact(act('Rien'), (transaction) =>
        transaction.emit('dossier.change@1', entityOf('dossier', 'd1'), {
          set: { title: undefined } as unknown as { title: string },
        }),
      ),
    )
    expect(file.load('dossier', 'd1')?.state.title).toBe('Portail')
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[STO4] kept bytes are found by their digest, and go with a refused act', async () => {
    using folder = temporaryFolder()
    const { file } = await createdFile(folder.file('a.delibere'))
    const bytes = new TextEncoder().encode('faits figés')
    const sha256 = valueOf(file.transact(act('garder'), (transaction) => ok(transaction.putBlob(bytes))))
    expect(file.blob(sha256)).toEqual(bytes)
    let refusedDigest = ''
    file.transact(act('refusé'), (transaction) => {
      refusedDigest = transaction.putBlob(new Uint8Array(3))
      return refuse('input.invalid')
    })
    expect(file.blob(refusedDigest)).toBeNull()
    file.close()
  })
})

describe('undo and redo', () => {
  const title = (value: string) => ({ set: { title: value } })
  const entity = entityOf('dossier', 'd1')

  test('[UND1] back and forth through three acts, a whole creation included', async () => {
    using folder = temporaryFolder()
    const { file } = await createdFile(folder.file('a.delibere'))
    withCandidature(file, 1, 'un', 'Berric')
    for (const value of ['deux', 'trois'])
      valueOf(
        file.transact(act(value), (transaction) =>
          transaction.emit('dossier.change@1', entity, title(value)),
        ),
      )
    const shown = () => file.load('dossier', 'd1')?.state.title ?? null
    const listed = () =>
      file.listCandidatures({
        callId: 'call-1',
        search: '',
        filters: {},
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 10,
      }).total
    expect(valueOf(file.undo(secretary))).toEqual({ label: 'trois' })
    expect(shown()).toBe('deux')
    expect(valueOf(file.undo(secretary))).toEqual({ label: 'deux' })
    expect(valueOf(file.undo(secretary))).toEqual({ label: 'Candidature de Berric' })
    expect([shown(), listed(), file.load('candidature', 'c1')]).toEqual([null, 0, null])
    expect(codeOf(file.undo(secretary))).toBe('undo.nothing')
    expect(file.undoState()).toEqual({ undo: null, redo: 'Candidature de Berric' })
    for (const label of ['Candidature de Berric', 'deux', 'trois'])
      expect(valueOf(file.redo(secretary))).toEqual({ label })
    expect([shown(), listed()]).toEqual(['trois', 1])
    expect(codeOf(file.redo(secretary))).toBe('undo.nothing')
    valueOf(file.undo(secretary))
    valueOf(
      file.transact(act('autre'), (transaction) =>
        transaction.emit('dossier.change@1', entity, title('autre')),
      ),
    )
    expect(file.undoState()).toEqual({ undo: 'autre', redo: null })
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[UND2] a lasting act bars what came before it; a document that left does not', async () => {
    using folder = temporaryFolder()
    const { file } = await createdFile(folder.file('a.delibere'))
    withCandidature(file, 1, 'un', 'Berric')
    valueOf(
      file.transact(act('Document', false), (transaction) =>
        transaction.emit('document.issue@1', entityOf('document', 'x'), {
          sessionId: 's',
          document: 'ranking',
          format: 'csv',
          sha256: 'a',
          factsDigest: 'b',
        }),
      ),
    )
    expect(file.undoState().undo).toBe('Candidature de Berric')
    valueOf(
      file.transact(act('Ouverture', false), (transaction) =>
        transaction.emit('dossier.change@1', entity, title('deux')),
      ),
    )
    expect(file.undoState().undo).toBeNull()
    expect(codeOf(file.undo(secretary))).toBe('undo.nothing')
    file.close()
  })
})

describe('a long act', () => {
  const rows = 1300
  function* steps(transaction: Parameters<typeof addCandidature>[0]) {
    for (let number = 1; number <= rows; number++) {
      addCandidature(transaction, number, `Projet ${number}`, `Commune ${number}`)
      if (number % 250 === 0) yield { done: number, total: rows }
    }
    return ok(rows)
  }

  test('[IMP1] reports progress, cuts its commits, refuses other writers, and is one undoable step', async () => {
    using folder = temporaryFolder()
    const { file } = await createdFile(folder.file('a.delibere'))
    const seen: number[] = []
    const others: string[] = []
    const result = await file.transactInSlices(act('Import de 1 300 lignes'), steps, {
      onProgress: ({ done }) => {
        seen.push(done)
        others.push(codeOf(file.transact(act('autre'), () => ok(null))))
      },
      signal: { aborted: false },
    })
    expect(valueOf(result)).toBe(rows)
    expect(seen).toEqual([250, 500, 750, 1000, 1250])
    expect(new Set(others)).toEqual(new Set(['entity.changed-meanwhile']))
    expect(file.doctor()).toEqual(sound(6, 2 * rows, 2 * rows))
    expect(valueOf(file.undo(secretary))).toEqual({ label: 'Import de 1 300 lignes' })
    expect(file.counts()).toMatchObject({ dossier: 0, candidature: 0 })
    valueOf(file.redo(secretary))
    expect(file.counts()).toMatchObject({ dossier: rows, candidature: rows })
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[IMP2] cancelled, or closed under way, it leaves nothing', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    const signal = { aborted: false }
    const cancelled = await file.transactInSlices(act('Import'), steps, {
      onProgress: ({ done }) => {
        signal.aborted = done === 500
      },
      signal,
    })
    expect(codeOf(cancelled)).toBe('file.cancelled')
    expect(file.doctor()).toEqual(sound(0, 0, 0))
    const closed = await file.transactInSlices(act('Import'), steps, {
      onProgress: () => file.close(),
      signal: { aborted: false },
    })
    expect(codeOf(closed)).toBe('file.cancelled')
    const again = await openedFile(path)
    expect(again.doctor()).toEqual(sound(0, 0, 0))
    again.close()
  })
})

describe('devices', () => {
  test('[LOG7] a copy opened on another machine starts its own chain under its own key', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    withCandidature(file, 1, 'un', 'Berric')
    file.close()
    const elsewhere = sqliteCommitteeFiles(settings({ machineId: '1'.repeat(32) }))
    const copy = await openedFile(path, elsewhere)
    withCandidature(copy, 2, 'deux', 'Questembert')
    expect(copy.doctor()).toEqual(sound(2, 4, 4))
    expect(copy.load('candidature', 'c2')?.state.requestedCents).toBe(cents(200))
    copy.close()
  })
})
