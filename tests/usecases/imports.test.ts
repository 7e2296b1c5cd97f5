import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { smallCommittee } from './smallCommittee.ts'

const everything = {
  search: '',
  filters: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 500,
} as const

const csvOf = (rows: number): string =>
  [
    'N°;Demandeur;Projet;Montant demandé',
    ...Array.from(
      { length: rows },
      (_, index) => `${index + 10};Commune ${index};Projet ${index};${index + 1} €`,
    ),
  ].join('\n')

it('[UC6] an import is one act that one undo takes back, and redo brings the same back', async () => {
  const { get, folder, callId } = await smallCommittee()
  const path = join(folder, 'demandes.csv')
  writeFileSync(path, csvOf(30))
  const request = { callId, path, kind: 'csv', mapping: null } as const
  const preview = await get('import.preview', request)
  expect(preview).toMatchObject({ total: 30, toImport: 30, delimiter: ';' })
  const list = () => get('candidature.list', { ...everything, callId })
  const before = await list()
  expect(before.total).toBe(3)
  expect(await get('import.run', request)).toMatchObject({ imported: 30 })
  const after = await list()
  expect(after.rows.slice(3, 6).map(({ number }) => number)).toEqual([10, 11, 12])
  expect(await get('act.undo', {})).toEqual({ label: 'Import de 30\u00a0candidatures' })
  expect(await list()).toEqual(before)
  await get('act.redo', {})
  expect(await list()).toEqual(after)
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

it('[UC6] a cancelled import leaves nothing', async () => {
  const { get, dispatcher, folder, callId } = await smallCommittee()
  const path = join(folder, 'demandes.csv')
  writeFileSync(path, csvOf(3000))
  const before = await get('candidature.list', { ...everything, callId })
  const state = await get('app.state', {})
  const shown: number[] = []
  const stop = dispatcher.subscribe((event) => {
    if (event.kind !== 'progress' || event.label !== 'Import') return
    shown.push(event.done)
    if (event.total === 3000 && event.done >= 1000) void dispatcher.call('import.cancel', {})
  })
  const answer = await dispatcher.call('import.run', { callId, path, kind: 'csv', mapping: null })
  stop()
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'file.cancelled' } })
  expect(shown.length).toBeGreaterThan(3)
  expect(await get('candidature.list', { ...everything, callId })).toEqual(before)
  expect((await get('app.state', {})).undo).toBe(state.undo)
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})
