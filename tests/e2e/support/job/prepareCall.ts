import { expect } from '@playwright/test'
import type { Desk } from '../desk.ts'
import { fill, goTo, press, seeSaved } from '../screen.ts'

export const callName = 'Transformation numérique des territoires 2026'

/** A grid from the shipped model, then a call with its envelope, its grid and one tie-breaker. */
export async function prepareCall({ page }: Desk): Promise<void> {
  await goTo(page, 'Grilles')
  await press(page, 'Partir de ce modèle : Transformation numérique')
  await expect(page.getByText('Pertinence et besoin des usagers').first()).toBeVisible()

  await goTo(page, 'Appels')
  await press(page, 'Ouvrir un appel')
  await page.getByRole('dialog').getByLabel('Nom de l’appel').fill(callName)
  await press(page.getByRole('dialog'), 'Ouvrir l’appel')
  await expect(page.getByRole('heading', { level: 1, name: callName })).toBeVisible()
  await fill(page, 'Dispositif', 'France Relance')
  await fill(page, 'Enveloppe', '120 000')
  await page.getByLabel('Grille d’évaluation').selectOption({ label: 'Transformation numérique' })
  await page.getByLabel('Ajouter une règle de départage').selectOption({ label: 'Demande la plus faible' })
  await seeSaved(page)

  await goTo(page, 'Appels')
  const line = page.getByRole('row', { name: callName })
  await expect(line).toContainText('120 000 €')
  await expect(line).toContainText('Transformation numérique')
  await line.getByRole('link', { name: callName }).click()
}
