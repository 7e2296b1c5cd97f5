import { expect, type Page, test } from '@playwright/test'
import { writeMeeting } from '#tests/bench/ground/writeMeeting.ts'
import { fullSizes } from '#tests/bench/sizes.ts'
import { passphrase as benchPassphrase, temporaryFolder } from '#tests/sqlite/committeeOnDisk.ts'
import { expectAccessible } from '#tests/support/axe.ts'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { callBridge } from './support/callBridge.ts'
import { expectEveryLook } from './support/everyLook.ts'
import { keystrokeToPaint } from './support/room/keystrokeToPaint.ts'
import { openSmallRoom, passphrase, type SmallRoom, smallRoom } from './support/room/smallRoom.ts'

// The room on a small committee: what must stay hidden, what the wall shows, whose laptop it is, how it looks, how fast it is.

test.describe.configure({ mode: 'serial' })

let room: SmallRoom
let page: Page

test.beforeAll(async () => {
  room = await smallRoom()
  page = room.host.page
})
test.afterAll(() => room.host.close())

const visit = (address: string, shown: Page = page) =>
  shown.evaluate((hash) => {
    location.hash = hash
  }, address)
const seats = () => visit(`/seances/${room.sessionId}`)
const point = (place: number) => visit(`/seances/${room.sessionId}?point=${room.itemIds[place]}`)
const grid = () => page.getByRole('grid', { name: /^Notes de / })

/** The wall, in a page of its own beside the secretary's. */
async function openWall(): Promise<Page> {
  const wall = await page.context().newPage()
  await wall.goto(`${new URL(page.url()).origin}/#/projection/${room.sessionId}`)
  await expect(wall.getByRole('heading', { level: 1 })).toBeVisible()
  return wall
}

const project = (content: string) => page.getByLabel('Au mur').selectOption({ label: content })

test('[RM2] the preparation, before anybody is there, is clean in every look', async () => {
  await seats()
  await expect(
    page.getByRole('heading', { name: 'Préparation' }).or(page.getByText('Ouverture').first()).first(),
  ).toBeVisible()
  await expectEveryLook(page, 'preparation')
})

test('[RM3] sealed marks are keyed unseen, then revealed all at once', async () => {
  await openSmallRoom(room)
  await seats()
  await expect(grid()).toBeVisible()
  const wall = await openWall()
  await project('Dossier en cours')
  await page.bringToFront()
  await grid().locator('[data-cell="0/0"]').focus()
  const criteria = await grid()
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .filter({ has: page.locator(':scope[data-cell]') })
    .count()
  const cells = await grid().locator('[data-cell]').count()
  expect(criteria).toBe(cells / 3)
  for (let cell = 0; cell < cells; cell++) await page.keyboard.press('Digit4')
  await expect(grid().locator('[data-cell="2/0"]')).toHaveText('•')
  await page.getByRole('button', { name: 'Déposer les fiches' }).click()
  await expect(grid().getByText('déposée', { exact: true })).toHaveCount(3)
  const score = '80,00'
  expect(await grid().locator('[data-cell]').allInnerTexts()).toEqual(Array(cells).fill('•'))
  for (const shown of [page, wall]) await expect(shown.getByText(score)).toHaveCount(0)
  await expect(wall.getByText('Berric', { exact: true })).toBeVisible()
  await visit(`/classement?call=${room.callId}`)
  await expect(page.getByRole('row', { name: /Molac/ })).toBeVisible()
  await expect(page.getByText(score)).toHaveCount(0)
  await point(0)
  await expectEveryLook(page, 'marks grid, sealed')

  await page.getByRole('button', { name: 'Révéler les notes' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('révéler')
  await dialog.getByRole('button', { name: 'Révéler les notes' }).click()
  await expect(page.getByText(score).first()).toBeVisible()
  expect(await grid().locator('[data-cell]').allInnerTexts()).toEqual(Array(cells).fill('4'))
  await expect(wall.getByText(score).first()).toBeVisible()
  await visit(`/classement?call=${room.callId}`)
  await expect(page.getByRole('row', { name: /Berric/ })).toContainText(score)
  await wall.close()
})

test('[RM4] the wall follows the secretary, says nothing of comments, and comes back as it was', async () => {
  await point(0)
  await callBridge(page, 'session.write-debate', {
    sessionId: room.sessionId,
    itemId: room.itemIds[0] ?? '',
    text: 'Propos tenus en séance',
  })
  let wall = await openWall()
  for (const [content, sign] of [
    ['Ordre du jour', 'en cours'],
    ['Quorum', /sur \d+ nécessaires/],
    ['Enveloppe', /disponibles/],
    ['Résultat du vote', 'Le vote n’est pas clos.'],
    ['Dossier en cours', 'Berric'],
  ] as const) {
    await project(content)
    await expect(wall.getByText(sign).first()).toBeVisible()
    await expect(wall.getByText(/Motif gardé|Propos tenus/)).toHaveCount(0)
    await expectEveryLook(wall, `wall, ${content}`)
  }
  await wall.close()
  wall = await openWall()
  await expect(wall.getByText('Berric', { exact: true })).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Niveau' }).getByText('Numéros').click()
  await expect(wall.getByText('N° 1')).toBeVisible()
  await expect(wall.getByText(/Berric/)).toHaveCount(0)
  await wall.close()
})

test('[RM5] the room, the closing and the scenarios are clean in every look', async () => {
  await point(0)
  await expect(page.getByRole('heading', { name: /Berric/ })).toBeVisible()
  await expectEveryLook(page, 'room')
  await visit(`/seances/${room.sessionId}?point=cloture`)
  await expect(page.getByRole('list', { name: 'Liste de contrôle' })).toBeVisible()
  await expectEveryLook(page, 'closing')
  await callBridge(page, 'scenario.open', {
    callId: room.callId,
    name: 'Selon le classement',
    from: { origin: 'ranking' },
  })
  await visit(`/scenarios?call=${room.callId}`)
  await expect(page.getByRole('table', { name: /^Montants du scénario/ })).toBeVisible()
  await expectEveryLook(page, 'scenarios')
})

test('[RM6] a member who holds the laptop finds nothing of the dossier that is not hers', async () => {
  const [, , elvenId = ''] = (await callBridge(page, 'session.get', { sessionId: room.sessionId })).items
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ candidatureId }) => candidatureId ?? '')
  await visit(`/notes?call=${room.callId}`)
  await page.getByRole('button', { name: 'Confier le poste : Chloé Exemple' }).click()
  await expect(page.getByText('Poste confié à Chloé Exemple')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Lieux' }).getByRole('link')).toHaveText([
    'Candidatures',
    'Mes notes',
    'Classement',
  ])
  const hasElven = () => page.getByText(/Elven/)
  await visit('/candidatures')
  await expect(page.getByRole('grid').getByText('Molac').first()).toBeVisible()
  await expect(hasElven()).toHaveCount(0)
  await visit(`/classement?call=${room.callId}`)
  await expect(page.getByText('Molac').first()).toBeVisible()
  await expect(hasElven()).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('elven')
  await expect(page.getByText(/Rien ne correspond/)).toBeVisible()
  await page.keyboard.press('Escape')
  for (const address of [
    `/candidatures/${elvenId}`,
    `/seances/${room.sessionId}`,
    `/notes?call=${room.callId}`,
  ]) {
    await visit(address)
    await page.waitForLoadState('networkidle')
    await expect(hasElven()).toHaveCount(0)
  }
  await expectAccessible(page, 'lent laptop')
  await page.getByRole('button', { name: 'Reprendre le poste' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Phrase secrète').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Poste confié à Chloé Exemple')).toBeHidden()
  await visit('/candidatures')
  await expect(hasElven().first()).toBeVisible()
})

test('[RM7] how long a key takes to show in a session of 200 items, beside one of 10', async () => {
  test.setTimeout(240_000)
  const short = await measureMeeting(10)
  const long = await measureMeeting(200)
  const ratio = (long.medianMs / short.medianMs).toFixed(2)
  const told = `key to paint: 200 items ${JSON.stringify(long)}, 10 items ${JSON.stringify(short)}, ratio of medians ${ratio}`
  test.info().annotations.push({ type: 'measure', description: told })
  process.stdout.write(`${told}\n`)
  expect([short.keys, long.keys]).toEqual([60, 60])
})

async function measureMeeting(items: number) {
  using folder = temporaryFolder()
  const file = await writeMeeting(folder.file('séance.delibere'), items, fullSizes)
  const host = await launchBrowserHost({ file })
  try {
    const { page: shown } = host
    await shown.getByLabel('Phrase secrète', { exact: true }).last().fill(benchPassphrase)
    await shown.keyboard.press('Enter')
    await expect(shown.getByRole('navigation', { name: 'Lieux' })).toBeVisible()
    const [session] = await callBridge(shown, 'session.list', {})
    await visit(`/seances/${session?.id ?? ''}`, shown)
    const marks = shown.getByRole('grid', { name: /^Notes de / })
    await expect(marks.locator('[data-cell][tabindex="0"]')).toBeVisible()
    await marks.locator('[data-cell][tabindex="0"]').focus()
    // Fifteen criteria keyed four times: Home goes back to the first.
    const round = [...Array(14).fill('Digit3'), 'Home']
    const measured = await keystrokeToPaint(shown, [...round, ...round, ...round, ...round])
    return { ...measured, keys: 60 }
  } finally {
    await host.close()
  }
}
