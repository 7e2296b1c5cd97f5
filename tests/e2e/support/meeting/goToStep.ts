import type { Page } from '@playwright/test'

/** Out of the field or of the grid by Escape if one is in it, then the figure of the step. */
export async function goToStep(page: Page, step: 1 | 2 | 3 | 4 | 5 | 6): Promise<void> {
  const keepsDigits = await page.evaluate(() => {
    const focused = document.activeElement
    return (
      focused?.matches(
        'textarea, select, [contenteditable="true"], [data-cell], input:not([type="radio"], [type="checkbox"])',
      ) ?? false
    )
  })
  if (keepsDigits) await page.keyboard.press('Escape')
  await page.keyboard.press(`Digit${step}`)
}
