import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestApplication } from '#tests/support/openApplication.ts'
import { explainAll, type SmallCommittee, unanimous } from '#tests/usecases/smallCommittee.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The issue drawn again on that laptop, from what it holds alone. */
async function drawnAgain(laptop: TestApplication, issueId: string): Promise<string> {
  const path = join(laptop.folder, `${issueId}.pdf`)
  await until('what it was drawn from is here', async () => {
    return (await laptop.refusalOf('document.again', { issueId, path })) === 'ok'
  })
  return digestOf(path)
}

test('[HS20] a document that is issued reaches the others: by the server, in a room without it, and by the hub that comes home', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const [ada] = secretary.memberIds
  const path = join(secretary.folder, 'fiches.pdf')
  const before = await secretary.get('document.export', {
    sessionId,
    document: 'mark-sheets',
    format: 'pdf',
    path,
  })
  await settled(secretary)
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId: ada ?? null })
  const colleague = await joined({ name: 'Second Poste', role: 'secretariat', memberId: null })
  expect(await drawnAgain(chair, before.issueId)).toBe(digestOf(path))
  const room = await secretary.get('room.open', { sessionId })
  await centre.stop()
  for (const laptop of [chair, colleague])
    await laptop.get('room.join', { by: 'invitation', invitation: room.door?.invitation ?? '' })
  for (const laptop of [chair, colleague])
    await until('inside, all taken', async () => {
      const { follows, connection } = await laptop.get('sync.state', {})
      return follows === 'room' && connection === 'connected'
    })
  // A paper is for the centre: the hub carries it, and its bytes.
  const inRoom = join(colleague.folder, 'emargement.pdf')
  const issued = await colleague.get('document.export', {
    sessionId,
    document: 'attendance-sheet',
    format: 'pdf',
    path: inRoom,
  })
  // What the closing froze goes from the hub to who may read it.
  await closed(secretary, sessionId)
  const ranking = { sessionId, document: 'ranking', format: 'csv' } as const
  for (const laptop of [chair, colleague])
    await until(
      'the facts of the closing are here',
      async () => (await laptop.refusalOf('document.preview', ranking)) === 'ok',
    )
  await until('the hub carries the bytes that its own file does not cite', () =>
    readdirSync(secretary.folder, { recursive: true }).some((name) => String(name).endsWith('.blob')),
  )
  // Its author goes home and stays there: the hub brings the bytes.
  await colleague.dispatcher.close()
  await secretary.get('room.close', {})
  await centre.startAgain()
  await secretary.get('sync.now', {})
  await until('the room is back', async () => (await secretary.get('room.state', {})) === null)
  const late = await joined({ name: 'Troisième Poste', role: 'secretariat', memberId: null })
  expect(await drawnAgain(late, issued.issueId)).toBe(digestOf(inRoom))
  expect(await drawnAgain(late, before.issueId)).toBe(digestOf(path))
  await until('the facts came too', async () => (await late.refusalOf('document.preview', ranking)) === 'ok')
}, 180_000)

async function closed(secretary: SmallCommittee, sessionId: string): Promise<void> {
  const { get, memberIds } = secretary
  await get('session.change', {
    sessionId,
    set: { convocation: { date: '2026-11-01', author: 'la présidente' } },
  })
  for (const memberId of memberIds) await get('session.attend', { sessionId, memberId, status: 'present' })
  const [chairId, secretaryId] = memberIds
  await get('session.open', { sessionId, at: '14:00', chairId, secretaryId })
  const { session } = await get('session.get', { sessionId })
  for (const { id } of session.agenda)
    await get('session.decide', { sessionId, proposal: unanimous(id, 100_000) })
  const [first] = session.agenda
  await get('session.write-debate', { sessionId, itemId: first?.id ?? '', text: 'Le comité a débattu.' })
  await explainAll(secretary, sessionId)
  await get('session.close', { sessionId, at: '16:00' })
}
