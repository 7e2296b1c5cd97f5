import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

test('[HS20] a server put back from a copy is offered again the bytes that it lost with what came after', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const copy = mkdtempSync(join(tmpdir(), 'delibere-copy-'))
  await centre.stop()
  cpSync(centre.folder, copy, { recursive: true })
  await centre.startAgain()
  await secretary.get('sync.now', {})
  await settled(secretary)
  const path = join(secretary.folder, 'fiches.pdf')
  const paper = { sessionId, document: 'mark-sheets', format: 'pdf', path } as const
  const { issueId } = await secretary.get('document.export', paper)
  await settled(secretary)
  const drawnBy = async (name: string): Promise<string> => {
    const laptop = await joined({ name, role: 'secretariat', memberId: null })
    const again = join(laptop.folder, 'encore.pdf')
    await until('what it was drawn from is here', async () => {
      return (await laptop.refusalOf('document.again', { issueId, path: again })) === 'ok'
    })
    await laptop.dispatcher.close()
    return createHash('sha256').update(readFileSync(again)).digest('hex')
  }
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex')
  expect(await drawnBy('Second Poste')).toBe(digest)
  await centre.stop()
  rmSync(centre.folder, { recursive: true })
  cpSync(copy, centre.folder, { recursive: true })
  rmSync(copy, { recursive: true })
  await centre.startAgain()
  await secretary.get('sync.now', {})
  await settled(secretary)
  expect(await drawnBy('Troisième Poste')).toBe(digest)
}, 180_000)
