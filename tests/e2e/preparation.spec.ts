import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '#tests/support/axe.ts'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'

// From nothing to dossiers one can score: what a secretary does before the session, by the real screens.

const passphrase = 'cheval agrafe lampe nuage'
const table = [
  'Demandeur;Intitulé du projet;Montant demandé;Département',
  'Commune de Berric;Portail familles;6 736,00 €;56',
  'Communauté de communes du Pays de Dol et de la Baie du Mont-Saint-Michel;Application mobile;14 229 €;35',
  'Ville de Dinan;Nouveau site Internet;12.000;22',
].join('\n')

test.describe.configure({ mode: 'serial' })

let page: Page
let folder: string
let close: () => Promise<void>
const complaints: string[] = []

test.beforeAll(async () => {
  const host = await launchBrowserHost()
  page = host.page
  folder = host.userDataDir
  close = host.close
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
test.afterAll(() => close())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const place = (name: string) => page.getByRole('navigation').getByRole('link', { name })

test('[PR1] the first run creates a file, and shows its recovery code until it is noted', async () => {
  await expect(page.getByRole('heading', { name: 'Délibéré' })).toBeVisible()
  await expectAccessible(page, 'home')
  await button('Créer un fichier').click()
  await button('Continuer').click()
  await expect(page.getByText('Donnez un nom au comité.')).toBeVisible()
  await page.getByLabel('Nom du comité').fill('Commission numérique')
  await expectAccessible(page, 'committee')
  await button('Continuer').click()
  await page.getByLabel('Phrase secrète').fill('trop courte')
  await expect(page.getByText(/Trop courte/)).toBeVisible()
  await page.getByLabel('Phrase secrète').fill(passphrase)
  await page.getByLabel('La même').fill(passphrase)
  await expectAccessible(page, 'passphrase')
  await button('Choisir l’emplacement et créer').click()
  await expect(page.getByRole('heading', { name: 'Votre code de secours' })).toBeVisible()
  await expectAccessible(page, 'recovery code')
  await button('J’ai noté ce code').click()
  await expect(page.getByRole('heading', { name: 'Aucun appel pour l’instant' })).toBeVisible()
})

test('[PR2] a call is opened by its name, and its rules save themselves', async () => {
  await button('Ouvrir un appel').click()
  await page.getByLabel('Nom de l’appel').fill('Transformation numérique')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Transformation numérique', level: 1 })).toBeVisible()
  await page.getByLabel('Enveloppe').fill('600000,50')
  await page.getByLabel('Taux maximal').fill('66,67')
  await page.getByLabel('Ouverture').fill('22 novembre 2026')
  await page.getByLabel('Clôture').fill('hier')
  await page.getByLabel('Dispositif').click()
  await expect(page.getByText('Écrivez la date comme 22/11/2026.')).toBeVisible()
  await page.getByLabel('Clôture').fill('')
  await expect(page.getByText('Écrivez la date comme 22/11/2026.')).toBeHidden()
  await page.getByLabel('Ajouter une règle de départage').selectOption('lowest-requested')
  await page.getByLabel('Ajouter une règle de départage').selectOption('earliest-complete')
  await button('Monter : Dossier complet le plus tôt').click()
  const order = [/Dossier complet le plus tôt/, /Demande la plus faible/]
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText(order)
  await expectAccessible(page, 'call')
  await page.reload()
  await expect(page.getByLabel('Enveloppe')).toHaveValue('600\u202f000,50')
  await expect(page.getByLabel('Taux maximal')).toHaveValue('66,67')
  await expect(page.getByLabel('Ouverture')).toHaveValue('22/11/2026')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText(order)
})

test('[PR3] an import is shown before it is done, and taken back as one act', async () => {
  const source = join(folder, 'candidatures.csv')
  writeFileSync(source, table)
  await page.getByRole('link', { name: 'Importer des candidatures' }).click()
  await expectAccessible(page, 'import')
  await button('Choisir un fichier').click()
  await page.getByRole('dialog').getByLabel('Fichier texte ou tableau').setInputFiles(source)
  await expect(button('Importer 3 candidatures')).toBeVisible()
  await expect(page.getByRole('row', { name: /Dinan/ })).toContainText('« 12.000 »')
  await expectAccessible(page, 'preview')
  await button('Importer 3 candidatures').click()
  await expect(page.getByText('3 candidatures importées.')).toBeVisible()
  await expectAccessible(page, 'outcome')
  await button('Annuler cet import').click()
  await expect(page.getByText('L’import a été annulé.')).toBeVisible()
  await page.keyboard.press('Control+y')
  await place('Candidatures').click()
  await expect(page.getByRole('status').filter({ hasText: '3 candidatures' })).toBeVisible()
})

test('[PR4] the list is searched without accents, filtered, and run from the keyboard', async () => {
  const rows = page.getByRole('grid').getByRole('row')
  await expect(rows).toHaveCount(4)
  await page.keyboard.press('/')
  await page.keyboard.type('dol baie')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(4)
  await button('À vérifier').click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await expect(page.getByRole('complementary')).toContainText('Nouveau site Internet')
  await expectAccessible(page, 'list')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ville de Dinan')
})

test('[PR5] an ambiguous amount is asked, settled by one reading, and undone', async () => {
  await expect(page.getByText('La source dit : « 12.000 ».')).toBeVisible()
  await expectAccessible(page, 'dossier')
  await button(/^Retenir 12\s000/).click()
  await expect(page.getByLabel('Montant demandé')).toHaveValue('12\u202f000')
  await expect(page.getByText('La source dit')).toBeHidden()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('La source dit')).toBeVisible()
  await expect(page.getByLabel('Montant demandé')).toHaveValue('')
})

test('[PR6] what is typed is kept although one leaves the screen at once', async () => {
  await page.getByLabel('Objectifs').fill('Rendre service aux habitants.')
  await place('Appels').click()
  await expect(page.getByRole('heading', { name: 'Appels' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Objectifs')).toHaveValue('Rendre service aux habitants.')
  await page.getByRole('tab', { name: 'Historique' }).click()
  const change = page.getByRole('row', { name: /Objectifs/ }).first()
  await expect(change).toContainText('Rendre service aux habitants.')
  await expectAccessible(page, 'history')
})

test('[PR7] everything is found from one field', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('berric')
  await expect(page.getByRole('menuitem').first()).toContainText('Commune de Berric')
  await expectAccessible(page, 'palette')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Commune de Berric')
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Raccourcis du clavier' })).toBeVisible()
  await expectAccessible(page, 'help')
  await page.keyboard.press('Escape')
})

test('[PR8] the file is checked, locked, and opened again where one was', async () => {
  await place('Fichier').click()
  await button('Vérifier le fichier').click()
  await expect(page.getByText(/onforme/)).toBeVisible()
  await expectAccessible(page, 'file')
  await page.keyboard.press('Control+l')
  await button(/Commission numérique/).click()
  await page.locator('input[type=password]').fill('une autre phrase secrète')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Ce secret n’ouvre pas le fichier.')
  await expectAccessible(page, 'unlock')
  await page.locator('input[type=password]').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Fichier', level: 1 })).toBeVisible()
})

test('[PR9] nothing scrolls sideways at 1280 × 720, and the page complained of nothing', async () => {
  await page.setViewportSize({ width: 1280, height: 720 })
  const widths: Record<string, number> = {}
  for (const name of ['Appels', 'Candidatures', 'Fichier']) {
    await place(name).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    widths[name] = await page.evaluate(() => document.documentElement.scrollWidth)
  }
  expect(widths).toEqual({ Appels: 1280, Candidatures: 1280, Fichier: 1280 })
  expect(complaints).toEqual([])
})
