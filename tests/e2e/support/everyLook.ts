import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectAccessibleInForcedColors } from '#tests/support/axe.ts'

/** Light, dark and forced colours at both sizes: nothing for axe to say, nothing that scrolls sideways. */
export async function expectEveryLook(shown: Page, name: string): Promise<void> {
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ]) {
    await shown.setViewportSize(size)
    const wide = await shown.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(wide, `${name}, ${size.width}: scrolls sideways`).toBe(size.width)
    await expectAccessible(shown, `${name}, ${size.width}`)
  }
  await expectAccessibleInForcedColors(shown, name)
}
