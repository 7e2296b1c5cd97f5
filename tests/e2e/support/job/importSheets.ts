import { expect, type Page } from '@playwright/test'
import { sheetsPath } from '#tests/cli/support/realSheets.ts'
import type { Desk } from '../desk.ts'
import { goTo, press } from '../screen.ts'

/** From the page of the call: the 49 real sheets, looked at first, then brought in. */
export async function importSheets(desk: Desk): Promise<void> {
  const { page } = desk
  await page.getByRole('link', { name: 'Importer des candidatures' }).click()
  await desk.giveFile(sheetsPath, () => press(page, 'Choisir un fichier'))
  await expect(page.getByText('49 à importer')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Se ressemblent' })).toBeVisible()
  await press(page, 'Importer 49 candidatures')
  await expect(page.getByText('49 candidatures importées.')).toBeVisible()
  await page.getByRole('link', { name: 'Voir les candidatures' }).click()
  await expect(page.getByText('49 candidatures', { exact: false }).first()).toBeVisible()
}

/** « DINAN – … » and « … (rapport V2) »: compared, then one is kept and the other set aside. */
export async function settleDuplicate({ page }: Desk): Promise<void> {
  const grid = await search(page, 'ville de dinan')
  await expect(grid.getByText('doublon')).toHaveCount(2)
  await openFirst(page)
  await expect(page.getByRole('heading', { name: 'Ressemble à une autre candidature' })).toBeVisible()
  await press(page, 'Garder celle-ci, mettre l’autre de côté')
  await expect(page.getByRole('heading', { name: 'Ressemble à une autre candidature' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Candidatures' }).getByText('réunie')).toBeVisible()
}

/** Zero euro is kept as written, and said aloud until somebody confirms it. */
export async function seeZeroAmount({ page }: Desk): Promise<void> {
  await goTo(page, 'Candidatures')
  await press(page, 'À vérifier')
  const grid = page.getByRole('grid', { name: 'Candidatures' })
  await grid.getByText('montant nul').first().dblclick()
  await expect(page.getByText('Le montant demandé est de zéro euro.')).toBeVisible()
  await expect(page.getByLabel('Montant demandé', { exact: true })).toHaveValue('0')
  await press(page, 'Confirmer zéro euro')
  await expect(page.getByText('Le montant demandé est de zéro euro.')).toBeHidden()
}

/** An edit saves itself, Ctrl+Z takes it back. */
export async function editAndUndo({ page }: Desk): Promise<void> {
  await goTo(page, 'Candidatures')
  await search(page, 'auray')
  await openFirst(page)
  const title = page.getByLabel('Intitulé', { exact: true })
  const before = await title.inputValue()
  await title.fill('Frise des emplois et des formations')
  await title.press('Tab')
  await expect(page.getByRole('button', { name: /^Annuler : / })).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(title).toHaveValue(before)
}

async function search(page: Page, words: string) {
  await page.getByRole('searchbox', { name: 'Chercher un demandeur, un projet' }).fill(words)
  const grid = page.getByRole('grid', { name: 'Candidatures' })
  await expect(page.getByRole('button', { name: `Retirer le filtre « ${words} »` })).toBeVisible()
  return grid
}

/** By the keyboard: down to the first row, Enter. */
async function openFirst(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Candidatures' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Dossier' })).toBeVisible()
}
