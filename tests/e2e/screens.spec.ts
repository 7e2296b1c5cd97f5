import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '#tests/support/axe.ts'
import { type LaunchedBrowserHost, launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { callBridge } from './support/callBridge.ts'
import { expectFits } from './support/layout.ts'
import { choose, fill, press } from './support/screen.ts'

// Every screen in its main states, on the example: nothing for axe to say in light or dark, nothing in the console,
// nothing that scrolls sideways on a council laptop, nothing out of reach at 200 %.

let host: LaunchedBrowserHost
let page: Page
let complaints: string[]

async function start(): Promise<void> {
  host = await launchBrowserHost()
  page = host.page
  complaints = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.setViewportSize({ width: 1280, height: 720 })
}

async function openEmptyFile(): Promise<void> {
  mkdirSync(host.filesDir, { recursive: true })
  await callBridge(page, 'file.create', {
    path: join(host.filesDir, 'Comité sans rien.delibere'),
    passphrase: 'quatre mots sans rapport',
    committee: {
      name: 'Comité sans rien',
      instanceType: 'jury_ad_hoc',
      decidingAuthority: '',
      place: '',
      recusalCounting: 'numerator',
    },
  })
  await expect(page.getByRole('navigation', { name: 'Lieux' })).toBeVisible()
}

async function expectSound(name: string): Promise<void> {
  await expectAccessible(page, name)
  await expectFits(page, name)
  expect.soft(complaints, `${name}: console`).toEqual([])
}

/** Goes to an address and waits for what shows that the screen is there. */
async function visit(address: string, sign: (page: Page) => Locator): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await expect(sign(page)).toBeVisible()
}

/** A dialog, once it is there whole. */
async function expectSoundDialog(name: string): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectSound(name)
}

const title = (name: string | RegExp) => (shown: Page) =>
  shown.getByRole('heading', { level: 1, name, exact: typeof name === 'string' })
const text = (words: string | RegExp) => (shown: Page) => shown.getByText(words).first()

test.describe('[SR1] before a file is open', () => {
  test.beforeAll(start)
  test.afterAll(() => host.close())

  test('[SR1.1] home, then the two steps of a new file', async () => {
    await expect(page.getByRole('button', { name: 'Ouvrir l’exemple' })).toBeVisible()
    await expectSound('home')
    await page.getByRole('button', { name: 'Créer un fichier' }).click()
    await press(page, 'Continuer')
    await expect(page.getByText('Donnez un nom au comité.')).toBeVisible()
    await expectSound('create, committee')
    await page.getByLabel('Nom du comité').fill('Comité vide')
    await press(page, 'Continuer')
    await page.getByLabel('Phrase secrète', { exact: true }).fill('trop court')
    await expectSound('create, passphrase')
    await page.getByLabel('Phrase secrète', { exact: true }).fill('quatre mots sans rapport')
    await page.getByLabel('La même, une seconde fois').fill('quatre mots sans rapport')
    await press(page, 'Choisir l’emplacement et créer')
    await expect(page.getByRole('heading', { name: 'Votre code de secours' })).toBeVisible()
    await expectSound('create, recovery code')
    await press(page, 'J’ai noté ce code')
    await expect(page.getByRole('heading', { name: 'Aucun appel pour l’instant' })).toBeVisible()
  })

  test('[SR1.2] a locked file asks for its passphrase, and says when it is wrong', async () => {
    await openEmptyFile()
    await press(page, 'Verrouiller')
    await page
      .getByRole('button', { name: /Comité sans rien/ })
      .first()
      .click()
    await page.getByLabel('Phrase secrète', { exact: true }).last().fill('ce n’est pas la bonne')
    await press(page, 'Ouvrir le fichier')
    await expect(page.getByRole('alert')).toBeVisible()
    await expectSound('unlock')
  })
})

test.describe('[SR2] with nothing in the file', () => {
  test.beforeAll(async () => {
    await start()
    await openEmptyFile()
  })
  test.afterAll(() => host.close())

  for (const [address, place, firstAction] of [
    ['/appels', 'Aucun appel pour l’instant', 'Ouvrir un appel'],
    ['/candidatures', 'Il faut d’abord un appel', 'Aller aux appels'],
    ['/importer', 'Il faut d’abord un appel', 'Aller aux appels'],
    ['/grilles', 'Aucune grille pour l’instant', 'Partir d’une page blanche'],
    ['/notes', 'Aucun appel à noter', 'Voir les appels'],
    ['/classement', 'Aucun appel à classer', 'Voir les appels'],
    ['/seances', 'Aucune séance pour l’instant', 'Voir les appels'],
    ['/documents', 'Aucun document pour l’instant', 'Voir les séances'],
    ['/comite', 'Aucun membre pour l’instant', 'Ajouter un membre'],
  ] as const)
    test(`[SR2.1] ${address} says what it is for and what to do first`, async () => {
      await visit(address, (shown) => shown.getByRole('heading', { name: place }))
      const action = page
        .getByRole('button', { name: firstAction })
        .or(page.getByRole('link', { name: firstAction }))
      await expect(action).toBeVisible()
      await expectSound(`${address}, empty`)
    })
})

test.describe('[SR3] on the example', () => {
  let callId: string
  let candidatureId: string
  let gridId: string
  let memberId: string
  let closedId: string
  let plannedId: string

  test.beforeAll(async () => {
    await start()
    await page.getByRole('button', { name: 'Ouvrir l’exemple' }).click()
    await press(page, 'Entrer dans l’exemple')
    await expect(title('Appels')(page)).toBeVisible()
    const sessions = await callBridge(page, 'session.list', {})
    const closed = sessions.find(({ status }) => status === 'closed')
    closedId = closed?.id ?? ''
    plannedId = sessions.find(({ status }) => status === 'planned')?.id ?? ''
    callId = closed?.callId ?? ''
    const { rows } = await callBridge(page, 'ranking.get', { callId })
    candidatureId = rows[0]?.candidatureId ?? ''
    gridId = (await callBridge(page, 'grid.list', {}))[0]?.id ?? ''
    memberId = (await callBridge(page, 'member.list', {}))[0]?.id ?? ''
  })
  test.afterAll(() => host.close())

  test('[SR3.1] calls: list, opening, detail', async () => {
    await visit('/appels', title('Appels'))
    await expectSound('calls')
    await press(page, 'Ouvrir un appel')
    await expectSoundDialog('opening a call')
    await page.keyboard.press('Escape')
    await visit(`/appels/${callId}`, text('Enveloppe et montants'))
    await expectSound('call')
  })

  test('[SR3.2] candidatures: list, preview, nothing found, adding', async () => {
    await visit('/candidatures', title('Candidatures'))
    const grid = page.getByRole('grid', { name: 'Candidatures' })
    await expect(grid.getByRole('row').nth(1)).toBeVisible()
    await expectSound('candidatures')
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByRole('complementary').getByRole('button', { name: 'Fermer' })).toBeVisible()
    await expectSound('candidatures, preview')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary')).toHaveCount(0)
    await visit('/candidatures?q=introuvable', text('Aucune candidature ne correspond'))
    await expectSound('candidatures, nothing found')
    await visit('/candidatures', (shown) => shown.getByRole('grid', { name: 'Candidatures' }))
    await press(page, 'Ajouter')
    await expectSoundDialog('adding a candidature')
    await page.keyboard.press('Escape')
  })

  test('[SR3.3] dossier: both sides', async () => {
    await visit(`/candidatures/${candidatureId}`, text('Financement'))
    await expectSound('dossier')
    await page.getByRole('tab', { name: 'Historique' }).click()
    await expect(page.getByRole('tabpanel', { name: 'Historique' }).getByRole('table').first()).toBeVisible()
    await expectSound('dossier, history')
  })

  test('[SR3.4] import: choice and dry run', async () => {
    await visit('/importer', title('Importer des candidatures'))
    await expectSound('import')
    await press(page, 'Choisir un fichier')
    await page.locator('.host-file-dialog input[type=file]').setInputFiles({
      name: 'tableau.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    })
    await expect(page.getByText('3 à importer')).toBeVisible()
    await expectSound('import, dry run')
  })

  test('[SR3.5] grids: list, editor, one criterion', async () => {
    await visit('/grilles', title('Grilles'))
    await expectSound('grids')
    await visit(`/grilles/${gridId}`, text('Pertinence et besoin des usagers'))
    await expectSound('grid, locked')
    await visit('/grilles', title('Grilles'))
    await page
      .getByRole('button', { name: /^Partir de ce modèle/ })
      .first()
      .click()
    await page
      .getByRole('button', { name: /Pertinence et besoin/ })
      .first()
      .click()
    await expect(page.getByLabel('Ce qu’il faut regarder')).toBeVisible()
    await expectSound('grid, editor')
  })

  test('[SR3.6] marks: who, pile, sheet, its keys, a recusal', async () => {
    await visit('/notes', text('Qui note ?'))
    await expectSound('marks, who')
    await visit(`/notes?call=${callId}&evaluator=${memberId}`, (shown) =>
      shown.getByRole('table', { name: 'La pile' }),
    )
    await expectSound('marks, pile')
    const sheet = `/notes?call=${callId}&evaluator=${memberId}&candidature=${candidatureId}`
    await visit(sheet, (shown) => shown.getByRole('radiogroup').first())
    await expectSound('sheet, filed')
    await press(page, 'Se déporter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectSoundDialog('sheet, recusal')
    await page.keyboard.press('Escape')
  })

  test('[SR3.7] ranking: table, explanation', async () => {
    await visit(`/classement?call=${callId}`, (shown) => shown.getByRole('table').first())
    await expectSound('ranking')
    await visit(
      `/classement?call=${callId}&candidature=${candidatureId}`,
      text('L’addition, fiche par fiche'),
    )
    await expectSound('ranking, explanation')
  })

  test('[SR3.8] documents: of a closed session, of one that is not, what the committee is', async () => {
    await visit(`/documents?session=${closedId}`, (shown) => shown.getByRole('figure').first())
    await expectSound('documents')
    for (const view of ['lettres', 'communication']) {
      await visit(`/documents?session=${plannedId}&view=${view}`, text('La séance n’est pas close'))
      await expectSound(`documents, ${view}, planned`)
    }
    await visit('/autorite', title('Autorité et signature'))
    await expectSound('issuer')
  })

  test('[SR3.9] committee and file', async () => {
    await visit('/comite', title('Comité'))
    await expectSound('committee')
    await page
      .getByRole('button', { name: /^Modifier / })
      .first()
      .click()
    await expectSound('committee, one member')
    await visit('/fichier', title('Fichier'))
    await press(page, 'Vérifier le fichier')
    await expect(page.getByRole('alert')).toBeVisible()
    await expectSound('file')
  })

  test('[SR3.10] sessions: list, closed, planned, open, closing', async () => {
    await visit('/seances', title('Séances'))
    await expectSound('sessions')
    await press(page, 'Préparer une séance')
    await expectSoundDialog('sessions, planning')
    await page.keyboard.press('Escape')
    await visit(`/seances/${closedId}`, text(/^Séance close/))
    await page.keyboard.press('F6')
    await expectSound('session, closed, with its story')
    await page.keyboard.press('F6')

    await visit(`/seances/${plannedId}`, text('Préparation'))
    await expectSound('session, planned')
    const room = page.getByRole('complementary', { name: 'La salle' })
    await press(room, 'Noter tous présents')
    await expect(room.getByRole('status')).toContainText('Quorum atteint')
    await fill(page, 'Heure d’ouverture', '14:00')
    await press(page, 'Ouvrir la séance')
    await expect(page.getByLabel('Rapporteur')).toBeVisible()
    await expectSound('session, open')
    await choose(page, 'Avis', 'Défavorable')
    await choose(page, 'Mode de scrutin', 'Scrutin public')
    await expectSound('session, roll call')
    await press(page, 'Clore la séance')
    await expect(page.getByText('Avant de clore :')).toBeVisible()
    await expectSound('session, closing')
  })

  test('[SR3.11] over every screen: the palette and the keys', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Chercher, agir' })).toBeVisible()
    await expectSoundDialog('palette')
    for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem').and(page.locator('[data-focused]'))).toBeInViewport({
      ratio: 0.9,
    })
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await expect(page.getByRole('dialog', { name: 'Raccourcis du clavier' })).toBeVisible()
    await expectSoundDialog('keys')
    await page.keyboard.press('Escape')
    await visit('/nulle-part', text('Il n’y a rien à cette adresse'))
    await expectSound('nowhere')
  })
})

const table = [
  'Demandeur;Intitulé du projet;Montant demandé;Département',
  'Commune de Berric;Portail familles;6 736,00 €;56',
  'Communauté de communes du Pays de Dol et de la Baie du Mont-Saint-Michel;Application mobile;14 229 €;35',
  'Ville de Dinan;Nouveau site Internet;12.000;22',
].join('\n')
