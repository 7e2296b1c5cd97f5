import { expect, test } from 'vitest'
import { viewHistory } from '#shared/usecases/history/viewHistory.ts'
import type { HistoryEntry, SharedVersion } from '#shared/usecases/ports.ts'
import { createdFile, temporaryFolder } from '#tests/sqlite/committeeOnDisk.ts'

const shared = (author: string | null): SharedVersion => ({
  device: 'd1',
  author,
  mine: false,
  verdict: 'ok',
  order: null,
})

test.each([
  ['secretary', null, 'Secrétariat'],
  ['secretary', shared('Jeanne Rouault'), 'Jeanne Rouault'],
  ['user-of-nobody', shared('Paul Service'), 'Paul Service'],
  ['user-of-nobody', shared(null), 'Membre inconnu'],
])('[UC21] %s of %o is called %s', async (userId, version, who) => {
  using folder = temporaryFolder()
  const { file } = await createdFile(folder.file('a.delibere'))
  const alone: HistoryEntry = {
    ...{ version: 1, at: '2026-11-22T13:00:00.000Z', userId, onBehalfOf: null, label: 'Ajout' },
    ...{ kind: 'candidature.submit@1', before: null, after: null },
  }
  const entry = version === null ? alone : { ...alone, shared: version }
  const lines = viewHistory({ ...file, history: () => [entry] }, 'candidature/c1')
  expect(lines.map((line) => line.who)).toEqual([who])
  file.close()
})
