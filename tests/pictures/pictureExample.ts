import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { setUpForPictures, takePicture } from './takePicture.ts'

/** The ranking and the documents of the example. */
export async function pictureExample(folder: string): Promise<void> {
  const host = await launchBrowserHost()
  const { page } = host
  try {
    await setUpForPictures(page)
    await page.getByRole('button', { name: /Ouvrir l’exemple/ }).click()
    await page.getByRole('button', { name: 'Entrer dans l’exemple' }).click({ timeout: 120_000 })
    // The call of the example whose session was held.
    const callId = await page.evaluate(async () => {
      const bridge = (
        window as unknown as {
          delibereBridge: {
            call(name: string, input: object): Promise<{ value: { call: { id: string } }[] }>
          }
        }
      ).delibereBridge
      return (await bridge.call('call.list', {})).value[0]?.call.id
    })
    const ranking = { name: 'classement', address: `#/classement?call=${callId}`, heading: 'Classement' }
    await takePicture(page, folder, ranking)
    for (const [name, address] of [
      ['documents', '#/documents'],
      ['lettres', '#/documents?view=lettres'],
      ['modeles', '#/documents?view=modeles'],
    ] as const)
      await takePicture(page, folder, { name, address, heading: 'Documents' })
  } finally {
    await host.close()
  }
}
