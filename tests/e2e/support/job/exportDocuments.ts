import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Desk } from '../desk.ts'
import { choose, press } from '../screen.ts'

export interface Documents {
  readonly minutesPdf: string
  readonly minutesWord: string
  readonly rankingCsv: string
}

/** From the closed session: the minutes looked at, then exported in both formats, and the ranking as CSV. */
export async function exportDocuments(desk: Desk): Promise<Documents> {
  const { page } = desk
  await press(page, 'Établir les documents')
  await expect(page.getByRole('heading', { level: 1, name: 'Documents' })).toBeVisible()
  const firstPage = page.getByRole('region', { name: 'Aperçu' }).getByRole('figure').first()
  await expect(firstPage.getByText('Ouverture de la séance')).toBeAttached()
  const minutesPdf = await take('pv.pdf')
  await choose(page, 'Format du fichier', 'Word')
  const minutesWord = await take('pv.docx')
  await page.getByRole('radio', { name: 'Classement' }).check()
  await choose(page, 'Format du fichier', 'CSV')
  const rankingCsv = await take('classement.csv')
  return { minutesPdf, minutesWord, rankingCsv }

  async function take(name: string): Promise<string> {
    const path = await desk.takeDocument(name, () => press(page, 'Exporter'))
    await expect(page.getByText(/^Document exporté : /)).toBeVisible()
    return path
  }
}

/** A document that comes back says what was frozen. */
export async function verifyDocument(desk: Desk, path: string): Promise<void> {
  await desk.page.getByRole('tab', { name: 'Vérifier, rapporter' }).click()
  await desk.giveFile(path, () => press(desk.page, 'Choisir le document à vérifier'))
  await expect(desk.page.getByRole('alert').getByText('Conforme.')).toBeVisible()
}

/** The rows of a French spreadsheet: UTF-8 with its mark, semicolons. */
export function readFrenchCsv(path: string): readonly (readonly string[])[] {
  const text = readFileSync(path, 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  return text
    .slice(1)
    .split('\r\n')
    .map((line) => line.split(';'))
}
