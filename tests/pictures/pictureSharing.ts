import { callBridge } from '#tests/e2e/support/callBridge.ts'
import { always, fakeSharing } from '#tests/e2e/support/sharing/fakeSharing.ts'
import { agreed, refused, room } from '#tests/e2e/support/sharing/sharingSamples.ts'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { setUpForPictures, takePicture } from './takePicture.ts'

/** A file that several laptops share: nine machines do not fit in one picture, the others are played. */
export async function pictureSharing(folder: string): Promise<void> {
  const host = await launchBrowserHost()
  const { page } = host
  try {
    await setUpForPictures(page)
    const others = await fakeSharing(page)
    others.answer({
      'sync.state': always(agreed()),
      'sync.standings': always([]),
      'room.unfinished': always({ rooms: [] }),
    })
    await page.getByRole('button', { name: /Ouvrir l’exemple/ }).click()
    await page.getByRole('button', { name: 'Entrer dans l’exemple' }).click({ timeout: 120_000 })
    const heading = 'Envoyer et recevoir'
    await takePicture(page, folder, { name: 'envoyer-et-recevoir', address: '#/envoyer', heading })
    others.answer({ 'sync.to-regularise': always(refused) })
    const toRegularise = agreed({ toRegularise: refused.length })
    others.answer({ 'sync.state': always(toRegularise) })
    await others.tell({ kind: 'sync-changed', state: toRegularise })
    const list = '#/envoyer?view=regulariser'
    await takePicture(page, folder, { name: 'a-regulariser', address: list, heading })
    const sessionId = (await callBridge(page, 'session.list', {}))[0]?.id ?? ''
    const inRoom = agreed({ follows: 'room', room: { sessionId, isHub: true, mayTakeOver: false } })
    others.answer({ 'sync.state': always(inRoom), 'room.state': always(room(sessionId)) })
    await others.tell({ kind: 'sync-changed', state: inRoom })
    await takePicture(page, folder, { name: 'salle-portables', address: '#/salle', heading: 'Salle ouverte' })
  } finally {
    await host.close()
  }
}
