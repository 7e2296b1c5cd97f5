import { expect } from '@playwright/test'
import type { Desk } from '../desk.ts'
import { choose, fill, goTo, press } from '../screen.ts'
import { committee, members, nameOf } from './committee.ts'

/** First run: a new encrypted file, its recovery code noted; answers the code. */
export async function createFile(desk: Desk): Promise<string> {
  const { page } = desk
  await page.getByRole('button', { name: 'Créer un fichier' }).click()
  await page.getByLabel('Nom du comité').fill(committee.name)
  await page.getByRole('radio', { name: 'Jury ou comité de sélection' }).check()
  await page.getByLabel('Autorité qui décide après l’avis').fill(committee.authority)
  await page.getByLabel('Lieu habituel des séances').fill(committee.place)
  await press(page, 'Continuer')
  await page.getByLabel('Phrase secrète', { exact: true }).fill(committee.passphrase)
  await page.getByLabel('La même, une seconde fois').fill(committee.passphrase)
  await desk.keepFile('comite.delibere', () => press(page, 'Choisir l’emplacement et créer'))
  await expect(page.getByRole('heading', { name: 'Votre code de secours' })).toBeVisible()
  const code = await page.getByText(/^([0-9A-Z]{5}-)+[0-9A-Z]{5}$/).innerText()
  await press(page, 'J’ai noté ce code')
  await expect(page.getByRole('heading', { level: 1, name: 'Appels' })).toBeVisible()
  return code
}

export async function addMembers({ page }: Desk): Promise<void> {
  await goTo(page, 'Comité')
  for (const person of members) {
    await press(page, 'Ajouter un membre')
    const form = page.getByRole('form', { name: 'Ajouter un membre' })
    await fill(form, 'Prénom', person.first)
    await fill(form, 'Nom', person.last)
    await fill(form, 'Qualité', person.capacity)
    await choose(form, 'Rôle', person.role)
    await press(form, 'Ajouter ce membre')
    await expect(page.getByRole('rowheader', { name: nameOf(person) })).toBeVisible()
  }
  await expect(page.getByText('4 en exercice, dont 4 avec voix délibérative')).toBeVisible()
}
