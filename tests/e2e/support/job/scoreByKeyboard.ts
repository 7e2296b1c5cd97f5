import { expect, type Page } from '@playwright/test'
import type { Desk } from '../desk.ts'
import { goTo } from '../screen.ts'
import { chair, nameOf } from './committee.ts'

/** The top row of an AZERTY keyboard, without Shift. */
const unshifted = ['à', '&', 'é', '"', "'", '('] as const

/** Marks of the chair on the first three candidatures, in points of 5, criterion after criterion; N is « sans objet ». */
export const chairMarks: readonly (readonly (number | 'N')[])[] = [
  [4, 4, 3, 3, 4, 2, 3, 'N'],
  [3, 2, 3, 4, 2, 3, 3, 2],
  [2, 2, 2, 3, 2, 2, 2, 3],
]

/** The chair marks three candidatures without touching the mouse once the pile is open. */
export async function scoreByKeyboard({ page }: Desk): Promise<void> {
  await goTo(page, 'Mes notes')
  await page.getByRole('button', { name: `Noter : ${nameOf(chair)}` }).click()
  await expect(page.getByText('0 sur 48 noté', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Commencer à noter' })).toBeFocused()
  await page.keyboard.press('Enter')
  for (const [index, marks] of chairMarks.entries()) {
    await markOne(page, marks, index)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog').getByText('Tous les critères sont notés.')).toBeVisible()
    await page.keyboard.press('Enter')
    const filed = index + 1
    await expect(
      page.getByText(`${filed} sur 48 ${filed > 1 ? 'notés' : 'noté'}`, { exact: true }),
    ).toBeVisible()
  }
  const fourth = page.getByRole('article', { name: 'Dossier' }).getByText(/^4 · /)
  await expect(fourth).toBeVisible()
  await expect(page.getByRole('radiogroup').first().locator(':focus')).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(fourth).toBeHidden()
  await expect(page.getByRole('radiogroup').first().locator(':focus')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Reprendre' })).toBeVisible()
}

async function markOne(page: Page, marks: readonly (number | 'N')[], index: number): Promise<void> {
  const criteria = page.getByRole('radiogroup')
  await expect(criteria).toHaveCount(marks.length)
  for (const [place, mark] of marks.entries()) {
    const group = criteria.nth(place)
    await expect(group.locator(':focus')).toBeVisible()
    if (mark === 'N') await page.keyboard.press('n')
    else if (index === 0) await pressAzerty(page, mark)
    else await page.keyboard.press(`Digit${mark}`)
    const chosen = group.getByRole('radio', { checked: true })
    await expect(chosen).toHaveText(mark === 'N' ? 'S. o.' : String(mark))
    if (place === 1) await comment(page)
  }
}

/** Back up one criterion, C, a sentence, Escape, and down again. */
async function comment(page: Page): Promise<void> {
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('c')
  const field = page.getByLabel(/^Commentaire/)
  await expect(field).toBeFocused()
  await page.keyboard.type('Usages décrits par les habitants.')
  await page.keyboard.press('Escape')
  await expect(field).not.toBeFocused()
  await page.keyboard.press('ArrowDown')
}

/** A digit of the top row as a French keyboard sends it: the place of the key is Digit4, what it writes is « ' ». */
async function pressAzerty(page: Page, digit: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const key = { code: `Digit${digit}`, key: unshifted[digit] ?? '' }
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  await session.detach()
}
