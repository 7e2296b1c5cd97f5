// npm run pictures: the pictures of the README and of the guide, taken from the real screens on the example.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { rootDir } from '#tests/support/rootDir.ts'

const folder = join(rootDir, 'docs', 'guide', 'images')
mkdirSync(folder, { recursive: true })
const host = await launchBrowserHost()
const { page } = host
try {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.getByRole('button', { name: /Ouvrir l’exemple/ }).click()
  await page.getByRole('button', { name: 'Entrer dans l’exemple' }).click({ timeout: 120_000 })
  const closedCall = await closedCallId()
  await take('classement', `#/classement?call=${closedCall}`, 'Classement')
  await take('documents', '#/documents', 'Documents')
} finally {
  await host.close()
}

/** The call of the example whose session was held. */
function closedCallId(): Promise<string | undefined> {
  return page.evaluate(async () => {
    const bridge = (
      window as unknown as {
        delibereBridge: { call(name: string, input: object): Promise<{ value: { call: { id: string } }[] }> }
      }
    ).delibereBridge
    return (await bridge.call('call.list', {})).value[0]?.call.id
  })
}

async function take(name: string, address: string, heading: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
  // The preview of a document and the rows of a list come a moment after their heading.
  await page.waitForTimeout(2_500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/guide/images/${name}.png`)
}
