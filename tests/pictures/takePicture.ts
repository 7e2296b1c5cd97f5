import { join } from 'node:path'
import type { Page } from 'playwright'

export interface PictureWish {
  /** File name without its end. */
  readonly name: string
  /** After the `#`. */
  readonly address: string
  /** A heading that says the screen is there. */
  readonly heading: string | RegExp
}

/** Light, at the size of a council laptop. */
export async function setUpForPictures(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

export async function takePicture(
  page: Page,
  folder: string,
  { name, address, heading }: PictureWish,
): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await page.getByRole('heading', { name: heading }).first().waitFor()
  // The preview of a document and the rows of a list come a moment after their heading.
  await page.waitForTimeout(2_500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/guide/images/${name}.png`)
}
