import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { asPdf, scanPages } from '#tests/documents/fixtures/scans.ts'
import { expectAccessible, expectAccessibleInForcedColors } from '#tests/support/axe.ts'
import {
  type ClosedMeeting,
  closedMeeting,
  meetingPassphrase,
  spoken,
} from './support/documents/closedMeeting.ts'
import { addParagraph, replaceWords } from './support/documents/editWord.ts'
import { giveFile, giveFolder, takeFile } from './support/documents/exchange.ts'
import { printedWidths } from './support/documents/printedWidths.ts'
import { pdfText, squeezed, wordText } from './support/documentText.ts'
import { expectFits } from './support/layout.ts'
import { choose, fill, goTo, press } from './support/screen.ts'

// What follows a closed session of sixty candidatures, on the real screens: who signs, the act, the letters, the minutes
// to their publication, the templates of the committee, what may be disclosed, what comes back, what a member never sees.

test.describe.configure({ mode: 'serial' })

let meeting: ClosedMeeting
let page: Page
const complaints: string[] = []

test.beforeAll(async () => {
  test.setTimeout(180_000)
  meeting = await closedMeeting()
  page = meeting.page
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.setViewportSize({ width: 1280, height: 720 })
})
test.afterAll(() => meeting.close())
test.afterEach(() => expect.soft(complaints.splice(0), 'console').toEqual([]))

const visit = (address: string) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, address)
const documents = (view: string, more = '') =>
  visit(`/documents?session=${meeting.sessionId}&view=${view}${more}`)
const preview = () => page.getByRole('region', { name: 'Aperçu' })
const dialog = () => page.getByRole('dialog')
const tab = (name: string) => page.getByRole('tab', { name })
const at = (name: string) => join(meeting.folder, name)

async function expectEveryLook(name: string): Promise<void> {
  await expectAccessible(page, name)
  await expectAccessibleInForcedColors(page, name)
  await expectFits(page, name)
}

async function verify(path: string, verdict: string): Promise<Locator> {
  await documents('preuve')
  await giveFile(page, path, () => press(page, 'Choisir le document à vérifier'))
  const told = page.getByRole('alert').filter({ hasText: verdict })
  await expect(told).toBeVisible()
  return told
}

test('[DS1] what is missing leads to where it is filled: the letterhead and who signs', async () => {
  await documents('lettres')
  await expect(page.getByRole('radio', { name: 'À compléter · 60' })).toBeAttached()
  await page
    .getByRole('button', { name: /^Lettre de refus, / })
    .first()
    .click()
  await expect(page.getByText('Il manque, pour établir ce document :')).toBeVisible()
  await expect(page.getByText('le nom du signataire')).toBeVisible()
  await expectEveryLook('letter, missing')
  await page.getByRole('link', { name: 'Compléter l’autorité' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Autorité et signature' })).toBeVisible()
  await expectEveryLook('issuer, empty')
  for (const [label, value] of [
    ['Nom de la collectivité ou du service de l’État', 'Commune de Kerdilès'],
    ['Adresse postale', '1 place de la Mairie\n56000 Kerdilès'],
    ['Fait à', 'Kerdilès'],
    ['SIRET', '215 600 150 00017'],
    ['Service chargé des demandes', 'service Vie associative'],
    ['Prénom et nom de l’agent', 'Maël Corre'],
    ['Prénom et nom', 'Soazig Le Roux'],
    ['Recours gracieux auprès de', 'la maire de Kerdilès'],
  ] as const)
    await fill(page, label, value)
  const capacities = page.getByLabel('Qualité', { exact: true })
  await capacities.first().fill('chargé de mission')
  await capacities.last().fill('La maire')
  await capacities.last().press('Tab')
  await fill(page, 'Tribunal compétent', 'tribunal administratif de Rennes')
  await page.goBack()
  await expect(page.getByText('le nom du signataire')).toHaveCount(0)
  await expect(page.getByText('le numéro de l’acte')).toBeVisible()
})

test('[DS2] the act is recorded once, from where it is missing; an odd date is told; the letters are ready', async () => {
  await page.getByRole('link', { name: 'Enregistrer l’acte' }).click()
  await expect(dialog()).toBeVisible()
  const record = dialog().getByRole('button', { name: 'Enregistrer l’acte' })
  await expect(record).toBeDisabled()
  await fill(dialog(), 'Numéro', '2026-112')
  await fill(dialog(), 'Date', '15/04/2026')
  await fill(dialog(), 'Autorité', 'le conseil municipal de Kerdilès')
  await expect(dialog().getByRole('alert')).toContainText('daté d’avant la séance')
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeVisible()
  await expectAccessible(page, 'act')
  await fill(dialog(), 'Date', '15/06/2026')
  await expect(dialog().getByRole('alert')).toHaveCount(0)
  await record.click()
  await expect(dialog()).toHaveCount(0)
  await documents('lettres')
  await expect(page.getByText('Délibération n° 2026-112 du 15 juin 2026')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'À compléter · 2' })).toBeAttached()
  await expectEveryLook('letters')
  await page.getByRole('radiogroup', { name: 'Lettres montrées' }).getByText('À compléter · 2').click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3)
})

test('[DS3] the last two are completed in their dossiers, and the line follows', async () => {
  await page
    .getByRole('button', { name: /^Lettre de liste complémentaire, / })
    .first()
    .click()
  await expect(page.getByText('l’adresse du demandeur')).toBeVisible()
  await page.getByRole('link', { name: 'Compléter l’instruction' }).click()
  await expect(page.getByRole('tab', { name: 'Instruction', selected: true })).toBeVisible()
  await expect(page.getByText(/^À compléter : .*l’adresse du demandeur/).first()).toBeVisible()
  await fill(page, 'Reçue le', '31/13/2026')
  await expect(page.getByText('Écrivez la date comme 22/11/2026.')).toBeVisible()
  await fill(page, 'Reçue le', '15/01/2026')
  await page.getByRole('textbox', { name: 'Points forts' }).click()
  await page.keyboard.type('Un besoin établi.')
  await fill(page, 'Adresse postale', '2 rue de l’Exemple\n56000 Exemple')
  await expect(page.getByText(/l’adresse du demandeur/)).toHaveCount(0)
  await expectEveryLook('instruction')
  await page.reload()
  await page
    .getByLabel('Phrase secrète', { exact: true })
    .or(page.getByText('Un besoin établi.'))
    .first()
    .waitFor()
  await expect(page.getByText('Un besoin établi.')).toBeVisible()
  await documents('lettres')
  await expect(page.getByRole('radio', { name: 'À compléter · 1' })).toBeAttached()
})

test('[DS4] one letter: its pages, the next one, exported, verified, tampered with', async () => {
  await page
    .getByRole('radiogroup', { name: 'Lettres montrées' })
    .getByText(/^Toutes/)
    .click()
  await page
    .getByRole('button', { name: /^Lettre de refus, / })
    .first()
    .click()
  await expect(preview().getByRole('figure').first()).toContainText('2026-112')
  await expectEveryLook('letter')
  const title = page.getByRole('heading', { level: 2 }).first()
  const first = await title.innerText()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(title).not.toHaveText(first)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(title).toHaveText(first)
  const letter = await takeFile(page, meeting.folder, () => press(page, 'Exporter en PDF'))
  await expect(page.getByText(/^Document exporté : /)).toBeVisible()
  expect(await pdfText(letter)).toContain(squeezed('Délibération n° 2026-112').slice(-8))
  const word = await takeFile(page, meeting.folder, () => press(page, 'Exporter en Word'))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Produire en nombre' })).toBeVisible()
  await verify(letter, 'Conforme.')
  await expectEveryLook('proof')
  await verify(word, 'Conforme.')
  const tampered = replaceWords(word, at('falsifiée.docx'), '2026-112', '2026-999')
  const told = await verify(tampered, 'Modifié.')
  await expect(told).toContainText('2026-999')
})

test('[DS5] the minutes go from draft to publication, each step in its order and with its date', async () => {
  await documents('seance', '&document=minutes')
  await expect(preview().getByRole('figure').first()).toContainText('Projet de procès-verbal')
  await expectEveryLook('session, minutes')
  const steps = page.getByRole('region', { name: 'État du procès-verbal' })
  const open = (name: string) => steps.getByRole('button', { name }).click()
  const record = () => dialog().getByRole('button', { name: 'Enregistrer cette étape' }).click()
  const now = (state: string) => expect(steps.locator('[aria-current="step"]')).toContainText(state)

  await open('Soumettre le procès-verbal')
  await expectAccessible(page, 'minutes, step')
  await expect(dialog().getByRole('button', { name: 'Enregistrer cette étape' })).toBeDisabled()
  await fill(dialog(), 'Date', '26/05/2026')
  await record()
  await now('Soumis')

  await open('Arrêter le procès-verbal')
  await fill(dialog(), 'Date', '20/05/2026')
  await record()
  await expect(dialog().getByRole('alert')).toContainText('26 mai 2026')
  await fill(dialog(), 'Date', '18/06/2026')
  await record()
  await now('Arrêté')
  await expect(steps).toContainText('À publier au plus tard le 25 juin 2026.')

  await open('Enregistrer la signature')
  await expect(dialog().getByLabel('Signataires')).toHaveValue('Solène Abgrall\nAnne Corre')
  await expect(dialog().getByRole('button', { name: 'Enregistrer cette étape' })).toBeDisabled()
  await fill(dialog(), 'Date', '19/06/2026')
  await dialog().getByLabel('Signataires').fill('Solène Abgrall, présidente\nAnne Corre, secrétaire')
  await dialog().getByLabel('Signataires').press('Tab')
  await record()
  await now('Signé')

  await open('Enregistrer la publication')
  await dialog().getByRole('button', { name: 'Revenir à l’étape d’avant' }).click()
  await now('Arrêté')
  await open('Enregistrer la signature')
  await fill(dialog(), 'Date', '19/06/2026')
  await dialog().getByLabel('Signataires').fill('Solène Abgrall, présidente')
  await dialog().getByLabel('Signataires').press('Tab')
  await record()
  await now('Signé')
  await expect(steps).toContainText('Le procès-verbal n’est pas signé par Anne Corre')
  await open('Enregistrer la publication')
  await expect(dialog()).toContainText('Une publication ne se reprend pas.')
  await fill(dialog(), 'Date', '22/06/2026')
  await fill(dialog(), 'Où il est publié', 'kerdiles.example')
  await record()
  await now('Publié')
  await expect(steps.getByRole('button')).toHaveCount(0)
  await expect(preview().getByRole('figure').first()).not.toContainText('Projet de procès-verbal')
})

test('[DS6] a template of the committee: refused with its place, corrected, used, put aside', async () => {
  await documents('modeles', '&target=letter-refusal')
  const program = await takeFile(page, meeting.folder, () =>
    page.getByRole('button', { name: 'Enregistrer le Word : Modèle de Délibéré' }).click(),
  )
  const wrong = addParagraph(program, at('faux.docx'), 'Dossier suivi par {agent.nomm}.')
  const add = (path: string) => giveFile(page, path, () => press(page, 'Choisir le fichier Word'))
  await add(wrong)
  const told = page.getByRole('alert').filter({ hasText: 'ne peut pas encore servir' })
  await expect(told).toContainText('agent.nomm')
  await expect(told).toContainText('paragraphe')
  await expectEveryLook('templates, problems')
  await add(addParagraph(program, at('le nôtre.docx'), 'La phrase de la commune à {demandeur.nom}.'))
  await expect(page.getByText('Modèle ajouté et mis en service.')).toBeVisible()
  await expect(page.getByText(/^Version 1 · le nôtre\.docx/)).toBeVisible()
  await documents('lettres')
  await page
    .getByRole('button', { name: /^Lettre de refus, / })
    .first()
    .click()
  await expect(preview()).toContainText('La phrase de la commune à')
  await documents('modeles', '&target=letter-refusal')
  await press(page, 'Revenir au modèle de Délibéré')
  await expect(page.getByRole('button', { name: /^Mettre en service : / })).toBeVisible()
  await documents('lettres')
  await page
    .getByRole('button', { name: /^Lettre de refus, / })
    .first()
    .click()
  await expect(preview().getByRole('figure').first()).toContainText('2026-112')
  await expect(preview()).not.toContainText('La phrase de la commune à')
})

test('[DS7] the fields are found by their meaning and copied as Word wants them', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await documents('modeles', '&target=letter-award')
  await page.getByRole('searchbox', { name: 'Chercher un champ' }).fill('SIRET')
  await page.getByRole('button', { name: '{emetteur.siret}' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('{emetteur.siret}')
  await page.getByRole('searchbox', { name: 'Chercher un champ' }).fill('introuvable')
  await expect(page.getByText('Aucun champ ne correspond.')).toBeVisible()
})

test('[DS8] a batch is stopped and leaves nothing, then is made with its print, its list and who is left', async () => {
  await documents('lettres')
  await press(page, 'Produire en nombre')
  await expect(dialog()).toContainText(
    '59 documents sont prêts. 1 candidature à compléter sera laissée de côté.',
  )
  await expectAccessible(page, 'batch')
  const start = () => press(page, 'Choisir l’endroit et produire')
  await giveFolder(page, at('arrêtées'), start)
  await press(page, 'Arrêter')
  await expect(dialog().getByRole('alert')).toBeVisible()
  expect(readdirSync(meeting.folder).filter((name) => name.includes('arrêtées'))).toEqual([])
  await choose(dialog(), 'Fichiers', 'Les deux')
  await giveFolder(page, at('lettres'), start)
  await expect(dialog().getByRole('progressbar')).toBeVisible()
  await expect(dialog()).toContainText(/documents produits dans/, { timeout: 60_000 })
  await expect(dialog()).toContainText('Laissées de côté')
  await expect(dialog().getByRole('listitem')).toHaveCount(1)
  await expectAccessible(page, 'batch, report')
  const written = readdirSync(at('lettres'))
  const count = (end: string) => written.filter((name) => name.endsWith(end)).length
  expect([count('.docx'), count('.pdf'), count('.csv')]).toEqual([59, 60, 1])
  await press(dialog(), 'Fermer')
})

test('[DS9] the copy for the public: read again, one mention left, nothing masked in the file', async () => {
  await documents('communication')
  await expectEveryLook('disclosure')
  await page.getByText(spoken.email, { exact: true }).first().click()
  await expect(page.getByText('1 mention restera lisible par tous.')).toBeVisible()
  await tab('Modèles').click()
  await tab('Communication').click()
  await expect(page.getByText('1 mention restera lisible par tous.')).toBeVisible()
  await giveFolder(page, at('communication'), () => press(page, 'Produire les deux exemplaires'))
  await expect(page.getByRole('alert').filter({ hasText: 'Exemplaires produits' })).toBeVisible({
    timeout: 60_000,
  })
  const texts = await Promise.all(
    pdfsUnder(at('communication'))
      .filter((path) => /communicable/iu.test(path))
      .map(pdfText),
  )
  expect(texts.length).toBeGreaterThan(0)
  for (const text of texts) expect(text).not.toContain(squeezed(spoken.phone))
  expect(texts.some((text) => text.includes(squeezed(spoken.email)))).toBe(true)
})

// Two copies more than those of the disclosure pack.
test('[DS10] what comes back is kept with its document: the Word corrected by hand, the signed scan', async () => {
  await documents('seance', '&document=decision-record')
  await choose(page, 'Format du fichier', 'Word')
  const word = await takeFile(page, meeting.folder, () => press(page, 'Exporter'))
  await expect(page.getByText(/^Document exporté : /)).toBeVisible()
  await choose(page, 'Format du fichier', 'PDF')
  const pdf = await takeFile(page, meeting.folder, () => press(page, 'Exporter'))
  await expect(page.getByText('4 exemplaires produits')).toBeVisible()
  expect(wordText(word)).toContain('PV-2026-001')
  await documents('preuve')
  const bringBack = (path: string) => giveFile(page, path, () => press(page, 'Choisir le fichier revenu'))
  await bringBack(addParagraph(word, at('corrigé.docx'), 'Une phrase ajoutée à la main.'))
  const told = page.getByRole('alert').filter({ hasText: 'Gardé avec' })
  await expect(told).toContainText('Une phrase ajoutée à la main.')
  await expectEveryLook('brought back')
  const scan = scanPages(new Uint8Array(readFileSync(pdf)), {
    ...{ dotsPerInch: 200, effect: '-rotate 0.4 -blur 0x0.6', format: 'png' },
    pages: 1,
  })
  writeFileSync(at('signé.pdf'), await asPdf(scan))
  await bringBack(at('signé.pdf'))
  await expect(told).toContainText('Relevé de décisions')
  await expect(told).toContainText(/Pages reconnues : 1/)
  await documents('seance', '&document=decision-record')
  await page.getByText('4 exemplaires produits · 2 retours').click()
  await expect(page.getByText(/^Scan du /)).toBeVisible()
  await expectEveryLook('issues')
})

test('[DS11] printing hands over the sheets only, each on its page and in its direction', async () => {
  for (const [document, width] of [
    ['convocation', 595],
    ['attendance-sheet', 842],
  ] as const) {
    await documents('seance', `&document=${document}`)
    await expect(preview().getByRole('figure').first()).toBeVisible()
    const count = await preview().getByRole('figure').count()
    expect(await printedWidths(page)).toEqual(Array(count).fill(width))
  }
})

test('[DS12] who holds a lent laptop finds none of it, whatever the address', async () => {
  await goTo(page, 'Mes notes')
  await page
    .getByRole('button', { name: /^Confier le poste : / })
    .first()
    .click()
  await expect(page.getByText(/^Poste confié à /)).toBeVisible()
  for (const address of [
    '/autorite',
    ...['seance', 'lettres', 'communication', 'modeles', 'preuve'].map(
      (view) => `/documents?session=${meeting.sessionId}&view=${view}`,
    ),
  ]) {
    await visit(address)
    await page.waitForLoadState('networkidle')
    await expect(page.getByText(/Kerdilès|Le Roux|2026-112|procès-verbal/i)).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lettres')
  await expect(page.getByText(/Rien ne correspond/)).toBeVisible()
  await page.keyboard.press('Escape')
  await press(page, 'Reprendre le poste')
  await dialog().getByLabel('Phrase secrète').fill(meetingPassphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Poste confié à /)).toBeHidden()
})

test('[DS13] the palette leads to each side', async () => {
  for (const [words, view] of [
    ['Produire les lettres', 'Lettres et actes'],
    ['Vérifier un document, rapporter', 'Vérifier, rapporter'],
    ['Modèles Word de la', 'Modèles'],
    ['Préparer une communication au', 'Communication'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    await expect(page.getByRole('menuitem').and(page.locator('[data-focused]'))).toContainText(words)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: view, selected: true })).toBeVisible()
  }
})

const pdfsUnder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(folder, name))
    : []
