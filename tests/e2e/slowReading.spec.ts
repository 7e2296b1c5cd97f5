import { expect, type Page, test } from '@playwright/test'
import { callBridge } from './support/callBridge.ts'
import { type SmallRoom, smallRoom } from './support/room/smallRoom.ts'
import { fill } from './support/screen.ts'

// What a person is doing while an answer older than it comes back from the host.

let room: SmallRoom

test.beforeAll(async () => {
  room = await smallRoom()
})
test.afterAll(() => room.host.close())

test('[UI12] a comment stays under the fingers while an older reading of the sheet comes back', async () => {
  const { page } = room.host
  await openUnmarkedSheet()
  const groups = page.getByRole('radiogroup')
  await expect(groups.first().locator(':focus')).toBeVisible()
  const older = await holdNextReading(page, 'sheet.get')
  await page.keyboard.press('Digit1')
  await older.asked
  await expect(groups.nth(1).locator(':focus')).toBeVisible()
  await page.keyboard.press('Digit2')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('c')
  const comment = page.getByLabel(/^Commentaire/)
  await expect(comment).toBeFocused()
  await page.keyboard.type('Vu')
  const field = await comment.elementHandle()
  await older.comesBack()
  expect(await field?.evaluate((element) => element.isConnected)).toBe(true)
  await expect(comment).toHaveValue('Vu')
  await page.keyboard.press('Escape')
  await expect(groups.nth(1).locator(':focus')).toBeVisible()
  await expect(groups.nth(1).getByRole('radio', { checked: true })).toHaveText('2')
  await expect(comment).toHaveValue('Vu')
})

test('[UI31] fields of one group, filled one after the other, never put each other back', async () => {
  const { page } = room.host
  await page.evaluate(() => {
    location.hash = '/autorite'
  })
  const contact = page.getByRole('region', { name: 'Qui instruit' })
  await expect(contact).toBeVisible()
  const before = await holdNextReading(page, 'issuer.get')
  await fill(contact, 'Prénom et nom de l’agent', 'Ada Exemple')
  await before.asked
  await fill(contact, 'Qualité', 'instructrice')
  const between = await holdNextReading(page, 'issuer.get')
  await before.comesBack()
  await between.asked
  await fill(contact, 'Courriel', 'ada@plouvara.example')
  await between.comesBack()
  await expect
    .poll(async () => (await callBridge(page, 'issuer.get', {})).agent)
    .toMatchObject({ name: 'Ada Exemple', capacity: 'instructrice', email: 'ada@plouvara.example' })
})

async function openUnmarkedSheet(): Promise<void> {
  const { host, callId, memberIds } = room
  const [evaluatorId = ''] = memberIds
  const { candidatures } = await callBridge(host.page, 'sheet.progress', { callId, evaluatorId })
  const unmarked = candidatures.find(({ state }) => state === 'to-mark')
  await host.page.evaluate((hash) => {
    location.hash = hash
  }, `/notes?call=${callId}&evaluator=${evaluatorId}&candidature=${unmarked?.candidatureId}`)
}

/** The next answer to this reading is taken from the host when it is asked, and shown only when told so. */
async function holdNextReading(page: Page, procedure: string) {
  const asked = gate()
  const released = gate()
  const shown = gate()
  await page.route(
    `**/rpc/${procedure}`,
    async (route) => {
      const response = await route.fetch()
      asked.open()
      await released.opened
      await route.fulfill({ response })
      shown.open()
    },
    { times: 1 },
  )
  return {
    asked: asked.opened,
    async comesBack(): Promise<void> {
      released.open()
      await shown.opened
      // Two paints: the answer has been read and drawn.
      await page.evaluate(
        () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      )
    },
  }
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
