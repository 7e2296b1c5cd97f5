import { expect, test } from 'vitest'
import { openDraft } from '#shared/operations/authority/draft.ts'
import type { Entry } from '#shared/operations/authority/entry.ts'
import type { Verdict } from '#shared/operations/authority/verdict.ts'
import { settleOwn } from '#shared/operations/replica/settleOwn.ts'
import { committeeWorld, mark, sheetScope } from './support/committee.ts'
import { testReplica } from './support/replica.ts'

test.for([
  ['late', 'ok', [{ theirs: 'late', ours: 'ok' }]],
  ['ok', 'forbidden', [{ theirs: 'ok', ours: 'forbidden' }]],
  ['ok', 'ok', []],
] as const)(
  '[SY5] [SY20] what a room said %s of, the centre put off and then said %s of, is held against it',
  ([said, decided, incidents]) => {
    const centre = committeeWorld()
    const anne = testReplica(centre, 'anne')
    anne.pull(centre)
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 500))
    const [own] = [...anne.store.scan('own')].map(([, row]) => row)
    const rows = openDraft(anne.store)
    const entry = (log: string, g: number, verdict: Verdict): Entry => ({
      log,
      epoch: 0,
      g,
      cid: own?.cid ?? '',
      verdict,
      code: '',
      at: 0,
      via: null,
    })
    const told = [
      entry('lease/l-1', 1, said),
      entry('centre', 8, 'deferred'),
      entry('centre', 9, decided),
    ].flatMap((each) => settleOwn(rows, each, new Set()))
    expect(told.flatMap((output) => (output.kind === 'incident' ? output.incident : []))).toMatchObject(
      incidents,
    )
  },
)

test('[SY22] a room that was opened without the centre does not unsay what the centre answered', () => {
  const centre = committeeWorld()
  const anne = testReplica(centre, 'anne')
  anne.pull(centre)
  anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 500))
  anne.push(centre)
  anne.pull(centre)
  const [own] = [...anne.store.scan('own')].map(([, row]) => row)
  expect(own?.ruling).toMatchObject({ log: 'centre', verdict: 'ok' })
  const rows = openDraft(anne.store)
  const log = 'lease/l-1'
  const said = {
    log,
    epoch: 0,
    g: 1,
    cid: own?.cid ?? '',
    verdict: 'conflict',
    code: '',
    at: 0,
    via: null,
  } as const
  expect(settleOwn(rows, said, new Set())).toEqual([])
  expect(rows.changes()).toEqual([])
})
