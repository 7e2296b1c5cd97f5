import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * axe finds nothing to say of the page as it stands, light and dark. WCAG 2.2 AA and the best practices axe knows; what a
 * machine cannot see (reading order, words) stays for people.
 * @param name of the screen, for the message
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await painted(page)
    const { violations } = await new AxeBuilder({ page }).options(alsoNewInWcag22).analyze()
    const found = violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
    }))
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}

/** What was just opened or recoloured is drawn: axe reads the page as it stands at one moment. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )

/** axe leaves the size of targets (WCAG 2.2, 2.5.8) aside unless it is asked. */
const alsoNewInWcag22 = { rules: { 'target-size': { enabled: true } } }
