import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestApplication } from '#tests/support/openApplication.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'

test('[SY36] an export says at once whether it is the whole log: of the laptop that brought the file it is, of a later one it is not', async () => {
  const { secretary, joined } = await sharedCommittee()
  const colleague = await joined({ name: 'Second Poste', role: 'secretariat', memberId: null })
  await settled(secretary)
  const exported = async (laptop: TestApplication) => {
    const { path, reader } = await laptop.get('sync.audit-export', { path: join(laptop.folder, 'journal') })
    const [first = ''] = readFileSync(path, 'utf8').split('\n')
    return [reader, (JSON.parse(first) as { readonly reader: string }).reader]
  }
  expect(await exported(secretary)).toEqual(['all', 'all'])
  expect(await exported(colleague)).toEqual(['part', 'part'])
}, 120_000)
