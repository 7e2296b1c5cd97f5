import { expect, type Locator, type Page, test } from '@playwright/test'
import { callBridge } from './support/callBridge.ts'
import { expectEveryLook } from './support/everyLook.ts'
import { openSmallRoom, type SmallRoom, smallRoom } from './support/room/smallRoom.ts'

// The editor of what was said, in the room: from the keyboard, from Word, with references and ready phrases.

let room: SmallRoom
let page: Page
const troubles: string[] = []

test.beforeAll(async () => {
  room = await smallRoom()
  page = room.host.page
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
  })
  await openSmallRoom(room)
})
test.afterAll(() => room.host.close())
test.afterEach(() => expect(troubles.splice(0)).toEqual([]))

const debate = (): Locator => page.getByRole('textbox', { name: 'Débat', exact: true })
const toolbar = (): Locator => page.getByRole('toolbar', { name: 'Mise en forme : Débat' })

async function point(place: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `/seances/${room.sessionId}?point=${room.itemIds[place]}`)
  await expect(debate()).toBeVisible()
}

const recorded = async (place: number): Promise<string> => {
  const { session } = await callBridge(page, 'session.get', { sessionId: room.sessionId })
  return session.agenda.find(({ id }) => id === room.itemIds[place])?.debate ?? ''
}

/** The debate is emptied by its author, and recorded so. */
async function startOver(place: number): Promise<void> {
  await point(place)
  await debate().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await expect.poll(() => recorded(place)).toBe('')
  await debate().focus()
}

test('[MK8] what is typed by the keyboard alone is recorded as light markup, and Tab leaves the field', async () => {
  await point(0)
  await debate().focus()
  await page.keyboard.press('Control+Alt+Digit1')
  await page.keyboard.type('Échanges')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Le délai est ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('court')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(', dit ')
  await page.keyboard.press('Control+i')
  await page.keyboard.type('trop court')
  await page.keyboard.press('Control+i')
  await page.keyboard.type('.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+Digit8')
  await page.keyboard.type('un')
  await page.keyboard.press('Enter')
  await page.keyboard.type('deux')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await page.keyboard.type('trois, comme le [[2]] : 5 * 3')
  await page.keyboard.press('Tab')
  await expect(debate()).not.toBeFocused()
  await expect
    .poll(() => recorded(0))
    .toBe(
      '### Échanges\nLe délai est **court**, dit *trop court*.\n- un\n  - deux\n- trois, comme le [[2]] : 5 * 3',
    )
  await point(1)
  await point(0)
  await expect(debate()).toHaveText(
    'ÉchangesLe délai est court, dit trop court.undeuxtrois, comme le dossier n° 2 (Molac) : 5 * 3',
  )
  await expect(debate().locator('h4')).toHaveText('Échanges')
  await expect(debate().locator('ul ul li')).toHaveText('deux')
  await expect(debate().locator('strong')).toHaveText('court')
})

test('[MK8] it is clean in every look, with its menus, and shows no style that the policy forbids', async () => {
  await point(0)
  await expectEveryLook(page, 'debate')
  await page.getByRole('button', { name: 'Phrases prêtes' }).click()
  await expect(page.getByRole('menu', { name: 'Phrases prêtes' })).toBeVisible()
  await expectEveryLook(page, 'ready phrases')
  await page.keyboard.press('Escape')
  expect(await page.locator('style').count()).toBe(0)
})

test('[MK8] undo takes back letters inside the field, and a pause of the hand records', async () => {
  await startOver(1)
  await page.keyboard.type('Premier jet')
  await expect.poll(() => recorded(1)).toBe('Premier jet')
  await page.keyboard.press('Control+z')
  await expect(debate()).toHaveText('')
  await expect.poll(() => recorded(1)).toBe('')
  await page.keyboard.press('Control+y')
  await expect.poll(() => recorded(1)).toBe('Premier jet')
})

test('[MK8] what another window wrote is shown when nobody types', async () => {
  await point(1)
  await page.keyboard.press('Escape')
  const itemId = room.itemIds[1] ?? ''
  await callBridge(page, 'session.write-debate', { sessionId: room.sessionId, itemId, text: '**Ailleurs**' })
  await expect(debate().locator('strong')).toHaveText('Ailleurs')
})

test('[MK8] a ready phrase comes filled where the cursor is, by the bar of the keyboard', async () => {
  await startOver(1)
  await page.keyboard.press('/')
  await page.keyboard.type('porte par')
  await page.keyboard.press('Enter')
  await expect(debate()).toBeFocused()
  await page.keyboard.type(' Suite.')
  await expect
    .poll(() => recorded(1))
    .toBe(
      'Le rapporteur présente « Projet de Molac », porté par Molac, pour une demande de 20\u202f000\u00a0€. Suite.',
    )
  await page.keyboard.type(' 1/2')
  await expect.poll(() => recorded(1)).toMatch(/Suite\. 1\/2$/u)
})

test('[MK8] a dossier is cited by its number or its name', async () => {
  await startOver(1)
  await page.keyboard.type('Comme le')
  await toolbar().getByRole('button', { name: 'Citer un dossier' }).click()
  await page.keyboard.type('elv')
  await page.keyboard.press('Enter')
  await expect(debate()).toBeFocused()
  await page.keyboard.type(', déjà vu.')
  await expect.poll(() => recorded(1)).toBe('Comme le [[3]], déjà vu.')
})

test('[MK8] what comes from Word keeps its headings, lists and emphasis, and nothing else', async () => {
  await startOver(2)
  await paste(
    `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
    <h2 style="color:blue">Débat</h2>
    <p class="MsoNormal"><b>Avis</b> <span style="font-size:40pt">réservé</span> <a href="https://exemple.fr">du service</a> <span style="font-style:italic">instructeur</span><br>À revoir</p>
    <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;</span></span>une pièce</p>
    <p class="MsoListParagraph" style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">1.<span>&nbsp;</span></span>le devis</p>
    <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;</span></span>une autre</p>
    <table><tr><td>cellule</td></tr></table><img src="https://exemple.fr/x.png"><!--EndFragment--></body></html>`,
    'text/html',
  )
  await page.keyboard.press('Escape')
  await expect
    .poll(() => recorded(2))
    .toBe(
      '### Débat\n**Avis** réservé du service *instructeur*\nÀ revoir\n- une pièce\n  1. le devis\n- une autre\ncellule',
    )
  await startOver(2)
  await paste('Premier\n- **un**\n- deux [[1]]', 'text/plain')
  await expect(debate().locator('li')).toHaveText(['un', 'deux dossier n° 1 (Berric)'])
})

test('[MK8] the committee keeps phrases of its own', async () => {
  await point(2)
  await page.getByRole('button', { name: 'Phrases prêtes' }).click()
  await page.getByRole('button', { name: 'Phrases du comité…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phrases du comité' })
  for (const phrase of ['Le quorum est vérifié.', '{demandeur} est **entendu**.']) {
    await dialog.getByLabel('Nouvelle phrase').fill(phrase)
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel('Nouvelle phrase')).toHaveValue('')
  }
  await expectEveryLook(page, 'phrases of the committee')
  await dialog.getByRole('button', { name: 'Monter la phrase 2' }).click()
  await expect(dialog.getByLabel('Phrase 1', { exact: true })).toHaveValue('{demandeur} est **entendu**.')
  await dialog.getByLabel('Phrase 2', { exact: true }).fill('Le quorum est vérifié à l’ouverture.')
  await page.keyboard.press('Enter')
  const phrases = async () => (await callBridge(page, 'committee.get', {})).phrases
  await expect.poll(phrases).toEqual(['{demandeur} est **entendu**.', 'Le quorum est vérifié à l’ouverture.'])
  await dialog.getByRole('button', { name: 'Retirer la phrase 2' }).click()
  await expect.poll(phrases).toEqual(['{demandeur} est **entendu**.'])
  await dialog.getByRole('button', { name: 'Fermer' }).click()
  await startOver(2)
  await page.keyboard.press('/')
  await page.keyboard.type('entendu')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => recorded(2))
    .toBe('Le représentant du porteur, entendu, répond aux questions puis quitte la salle.')
  await startOver(2)
  await page.keyboard.press('/')
  await page.keyboard.type('elven entendu')
  await page.keyboard.press('Enter')
  await expect.poll(() => recorded(2)).toBe('Elven est **entendu**.')
})

test('[MK8] the general discussion of the session has the same editor', async () => {
  await point(0)
  await page.keyboard.press('F6')
  const discussion = page.getByRole('textbox', { name: 'Remarques générales' })
  await discussion.focus()
  await page.keyboard.press('Control+Shift+Digit7')
  await page.keyboard.type('Bilan du [[1]]')
  await page.keyboard.press('Escape')
  await expect
    .poll(
      async () => (await callBridge(page, 'session.get', { sessionId: room.sessionId })).session.discussion,
    )
    .toBe('1. Bilan du [[1]]')
})

/** What another program left on the clipboard, pasted in the field. */
async function paste(text: string, type: 'text/html' | 'text/plain'): Promise<void> {
  await debate().evaluate(
    (field, [content, kind]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(kind, content)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [text, type] as const,
  )
}
