import { expect } from '@playwright/test'
import type { Desk } from '../desk.ts'
import { goTo } from '../screen.ts'
import { markedByOthers } from './otherMarks.ts'

/** The ranking under its envelope, and one rank explained down to the marks. */
export async function readRanking({ page }: Desk): Promise<void> {
  await goTo(page, 'Classement')
  await expect(page.getByText(/proposés sur 120\s000\s€ ; reste/)).toBeVisible()
  const ranked = page.getByRole('row').filter({ has: page.getByRole('button', { expanded: false }) })
  await expect(ranked.filter({ hasText: /\d+,\d{2}/ })).toHaveCount(markedByOthers)
  await page.getByRole('button', { name: /Auray/i }).first().click()
  await expect(page.getByRole('heading', { name: 'L’addition, fiche par fiche' })).toBeVisible()
  await expect(page.getByText(/^Moyenne : \((\d+,\d{2} \+ )+\d+,\d{2}\) \/ 4 = \d+,\d{2}$/)).toBeVisible()
  await expect(page.getByText('Usages décrits par les habitants.').first()).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'L’addition, fiche par fiche' })).toBeHidden()
}
