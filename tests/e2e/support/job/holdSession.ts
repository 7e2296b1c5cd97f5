import { expect, type Page } from '@playwright/test'
import { callBridge } from '../callBridge.ts'
import type { Desk } from '../desk.ts'
import { choose, fill, goTo, press, seeSaved } from '../screen.ts'
import { committee, dissenter, members, nameOf, recused } from './committee.ts'

/** What the secretary keys on each point, in the order of the agenda. */
export const keyed = {
  debate: 'La présidente rappelle que le calendrier de l’outil est serré.',
  amount: '5 000',
  condition: 'Publier les données ouvertes avant la fin de l’exercice.',
  legal: 'Article 6 du règlement de l’appel.',
  departure: 'Un projet voisin répond au même besoin.',
  factual: 'Le besoin n’est pas établi auprès des usagers.',
} as const

const pointsKept = 4

/** Date, convocation, a short agenda, everybody noted present, and the opening. */
export async function openSession({ page }: Desk): Promise<void> {
  await goTo(page, 'Séances')
  await press(page, 'Préparer une séance')
  const dialog = page.getByRole('dialog')
  await fill(dialog, 'Date', '22/11/2026')
  await fill(dialog, 'Convocation envoyée le', '05/11/2026')
  await fill(dialog, 'Convocation signée par', 'la présidente')
  await press(dialog, 'Préparer la séance')
  await expect(page.getByRole('heading', { level: 1, name: 'Séance du 22 novembre 2026' })).toBeVisible()
  await expect(page.getByText('0 sur 48 examiné', { exact: true })).toBeVisible()
  await shortenAgenda(page)

  await expect(room(page).getByRole('status')).toContainText('Quorum non atteint')
  await press(room(page), 'Noter tous présents')
  await expect(room(page).getByRole('status')).toContainText('Quorum atteint')
  await expect(room(page).getByText('sur 4 en exercice ; il en faut 2.')).toBeVisible()
  await fill(page, 'Heure d’ouverture', '14:00')
  await press(page, 'Ouvrir la séance')
  await expect(page.getByLabel('Rapporteur')).toBeVisible()
}

/** The last point goes by its button; the others at once, for nobody removes forty-four points one by one. */
async function shortenAgenda(page: Page): Promise<void> {
  const points = agenda(page).getByRole('listitem')
  await points.last().getByRole('button').click()
  await press(page, 'Retirer ce point')
  await expect(page.getByText('0 sur 47 examiné', { exact: true })).toBeVisible()
  const [session] = await callBridge(page, 'session.list', {})
  const sessionId = session?.id ?? ''
  const { session: planned } = await callBridge(page, 'session.get', { sessionId })
  const kept = planned.agenda.slice(0, pointsKept).map(({ id, candidatureId, title, rapporteurId }) => ({
    id,
    candidatureId,
    title,
    rapporteurId,
  }))
  await callBridge(page, 'session.change', { sessionId, set: { agenda: kept } })
  await expect(points).toHaveCount(pointsKept)
}

/** A member steps out; the others vote on the amount and are not unanimous; the member comes back. */
export async function decideWithRecusal({ page }: Desk): Promise<void> {
  await fill(room(page), 'Heure notée', '14:10')
  await press(page, 'Déclarer un déport')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Membre').selectOption({ label: nameOf(recused) })
  await fill(dialog, 'Motif, en quelques mots', 'Sœur du directeur de la structure')
  await press(dialog, 'Déclarer le déport')
  await press(page, `Faire sortir ${nameOf(recused)}`)
  await expect(page.getByText(`${nameOf(recused)} est sorti à 14:10`)).toBeVisible()
  await expect(room(page).getByText(/^3\s+présents/)).toBeVisible()
  await fill(page, 'Débat', keyed.debate)
  await seeSaved(page)
  await fill(page, 'Montant', keyed.amount)
  await fill(page, 'Contre', '1')
  await expect(page.getByLabel('Pour', { exact: true })).toHaveValue('2')
  await expect(page.getByText('La proposition est adoptée.')).toBeVisible()
  await press(page, 'Enregistrer et passer au suivant')
  await expect(page.getByText('1 sur 4 examiné', { exact: true })).toBeVisible()
  await choosePoint(page, 0)
  await fill(room(page), 'Heure notée', '14:20')
  await press(page, `Faire revenir ${nameOf(recused)}`)
  await expect(room(page).getByText(/^4\s+présents/)).toBeVisible()
}

/** Everything decided is there after the power came back, what was only being keyed too, and the session goes on. */
export async function reopenAfterPowerCut(desk: Desk): Promise<void> {
  await choosePoint(desk.page, 1)
  await choose(desk.page, 'Avis', 'Avec réserves')
  await fill(desk.page, 'Conditions ou réserves', keyed.condition)
  await expect.poll(() => keptDrafts(desk.page)).toContain(keyed.condition)
  await desk.cutPower()
  const { page } = desk
  await page
    .getByRole('button', { name: /comite|Commission numérique/i })
    .first()
    .click()
  await page.getByLabel('Phrase secrète', { exact: true }).last().fill(committee.passphrase)
  await press(page, 'Ouvrir le fichier')
  await goTo(page, 'Séances')
  const line = page.getByRole('row', { name: '22 novembre 2026' })
  await expect(line).toContainText('1 sur 4 examiné')
  await line.getByRole('link').click()
  await choosePoint(page, 0)
  await expect(page.getByRole('textbox', { name: 'Débat', exact: true })).toHaveText(keyed.debate)
  await expect(page.getByText('5 000,00 €').first()).toBeVisible()
  await expect(page.getByText('Main levée : 2 pour, 1 contre, 0 abstention')).toBeVisible()
}

/** What the host keeps of the points being keyed: no screen says when it is kept, and the power cut must come after. */
async function keptDrafts(page: Page): Promise<string> {
  const [session] = await callBridge(page, 'session.list', {})
  const view = await callBridge(page, 'session.get', { sessionId: session?.id ?? '' })
  return view.session.agenda.map(({ draft }) => draft).join('\n')
}

/** With conditions, against, and as the ranking proposes, the last one by the keyboard. */
export async function decideTheOthers({ page }: Desk): Promise<void> {
  await choosePoint(page, 1)
  await fill(room(page), 'Heure notée', '14:30')
  await expect(page.getByLabel('Conditions ou réserves')).toHaveValue(keyed.condition)
  await press(page, 'Enregistrer et passer au suivant')
  await expect(page.getByText('2 sur 4 examinés', { exact: true })).toBeVisible()

  await choose(page, 'Avis', 'Défavorable')
  await fill(page, 'Motifs de droit', keyed.legal)
  await fill(page, 'Motifs de fait', keyed.factual)
  await fill(page, 'Pourquoi s’écarter du classement', keyed.departure)
  await choose(page, 'Mode de scrutin', 'Scrutin public')
  await choose(page, nameOf(dissenter), 'Abstention')
  await press(page, 'Noter « pour » les 3 votants restants')
  await press(page, 'Enregistrer et passer au suivant')
  await expect(page.getByText('3 sur 4 examinés', { exact: true })).toBeVisible()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('4 sur 4 examinés', { exact: true })).toBeVisible()
}

/** What stays open is explained, the word typed, the facts frozen; answers their digest as the screen shows it. */
export async function closeSession({ page }: Desk): Promise<string> {
  await expect(page.getByText('Avant de clore :')).toBeVisible()
  const explanations = page.getByLabel('Explication portée au procès-verbal')
  for (let place = 0; place < (await explanations.count()); place += 1) {
    await explanations.nth(place).fill('Constaté en séance, sans effet sur les avis.')
    await explanations.nth(place).press('Enter')
    await seeSaved(page)
  }
  await expect(page.getByText('Tous les points sont examinés. La séance peut être close.')).toBeVisible()
  await fill(page, 'Heure de clôture', '15:30')
  await press(page, 'Clore la séance')
  const dialog = page.getByRole('dialog')
  const freeze = dialog.getByRole('button', { name: 'Clore et figer' })
  await expect(freeze).toBeDisabled()
  await dialog.getByLabel('Tapez « CLORE » pour confirmer').fill('clore')
  await freeze.click()
  await expect(page.getByRole('heading', { name: /^Séance close : / })).toBeVisible()
  return page.getByText(/^[0-9a-f]{64}$/).innerText()
}

export const everybody = members.map(nameOf)

const choosePoint = (page: Page, place: number): Promise<void> =>
  agenda(page).getByRole('listitem').nth(place).getByRole('button').click()
const room = (page: Page) => page.getByRole('complementary', { name: 'La salle' })
const agenda = (page: Page) => page.getByRole('navigation', { name: 'Ordre du jour' })
