import type { Database } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { ok, refuse } from '#shared/kernel/result.ts'
import { act, createdFile, openedFile, temporaryFolder, withCandidature } from './committeeOnDisk.ts'
import { tamper } from './rawDatabase.ts'

const commitsOf = async (path: string): Promise<unknown> => {
  let commits: unknown
  await tamper(path, (database: Database) => {
    commits = database.prepare('SELECT count(*) FROM commits').pluck().get()
  })
  return commits
}

describe('[PLACE1] what is no act', () => {
  test('[PLACE1] is found again at the next opening, the last value only, outside the log and the undoing', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    withCandidature(file, 1, 'un', 'Berric')
    expect(file.recall('screen')).toBe(null)
    file.remember('screen', '/sessions/1')
    file.remember('screen', '/sessions/2')
    file.remember('wall', '')
    expect(file.undoState().undo).toBe('Candidature de Berric')
    file.close()
    expect(await commitsOf(path)).toBe(1)
    const again = await openedFile(path)
    expect([again.recall('screen'), again.recall('wall'), again.recall('other')]).toEqual([
      '/sessions/2',
      '',
      null,
    ])
    expect(again.doctor().verdict).toBe('conforme')
    again.close()
  })

  test('[PLACE1] said while an act is under way, it outlives the act, refused or not', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await createdFile(path)
    file.transact(act('refusé'), () => {
      file.remember('screen', 'pendant')
      expect(file.recall('screen')).toBe('pendant')
      return refuse('entity.missing')
    })
    expect(file.recall('screen')).toBe('pendant')
    await file.transactInSlices(
      act('long'),
      function* () {
        yield { done: 0, total: 1 }
        file.remember('wall', 'page 2')
        return ok(null)
      },
      { onProgress: () => {}, signal: { aborted: false } },
    )
    file.close()
    const again = await openedFile(path)
    expect([again.recall('screen'), again.recall('wall')]).toEqual(['pendant', 'page 2'])
    again.close()
  })
})
