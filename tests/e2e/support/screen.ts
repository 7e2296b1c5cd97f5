import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to a place by its name at the left, and waits for its title. */
export async function goTo(page: Page, place: string, title = place): Promise<void> {
  await page.getByRole('navigation', { name: 'Lieux' }).getByRole('link', { name: place }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

export const press = (within: Page | Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click()

/** Chooses one segment of a strip: the label is what a person clicks, the radio button itself is not drawn. */
export const choose = (within: Page | Locator, group: string, option: string): Promise<void> =>
  within.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click()

/** Types into a field and leaves it, as a person who goes on. */
export async function fill(within: Page | Locator, label: string, text: string): Promise<void> {
  const field = within.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.press('Tab')
}

/** The line at the foot says that what was done is written. */
export const seeSaved = (page: Page): Promise<void> =>
  expect(page.getByText(/^Enregistré à \d{2}:\d{2}$/)).toBeVisible()
