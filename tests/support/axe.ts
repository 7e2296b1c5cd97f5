import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * axe finds nothing to say of the page as it stands, light and dark. WCAG 2.2 AA and the best practices axe knows; what a
 * machine cannot see (reading order, words) stays for people.
 * @param name of the screen, for the message
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // A screen loads when it is first asked for: what is judged is what a person then sees.
  await page.locator('h1, [role="dialog"], dialog[open]').first().waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await painted(page)
    expect.soft(await violations(page, await rulesFor(page)), `${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}

/**
 * The same in the colours of the system (high contrast). Contrast is left aside: the colours are those that the person chose, and
 * axe reads there the colour of the sheet of style, not the one drawn.
 */
export async function expectAccessibleInForcedColors(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  await painted(page)
  const rules = { ...(await rulesFor(page)), 'color-contrast': { enabled: false } }
  expect.soft(await violations(page, rules), `${name}, forced colours`).toEqual([])
  await page.emulateMedia({ forcedColors: null })
}

async function violations(page: Page, rules: Readonly<Record<string, { enabled: boolean }>>) {
  const found = await new AxeBuilder({ page }).options({ rules: { ...rules } }).analyze()
  return found.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }))
}

/** What was just opened or recoloured is drawn, its transitions over: axe reads the page as it stands at one moment. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => {
          for (const animation of document.getAnimations())
            if (animation instanceof CSSTransition) animation.finish()
          requestAnimationFrame(() => done())
        }),
      ),
  )

/**
 * axe leaves the size of targets (WCAG 2.2, 2.5.8) aside unless it is asked. Behind a modal dialog the page is hidden from
 * assistive tools on purpose: its main region and its title cannot be asked for then.
 */
async function rulesFor(page: Page): Promise<Record<string, { enabled: boolean }>> {
  const isModal = (await page.locator('[role="dialog"], dialog[open]').count()) > 0
  return {
    'target-size': { enabled: true },
    'landmark-one-main': { enabled: !isModal },
    'page-has-heading-one': { enabled: !isModal },
    region: { enabled: !isModal },
  }
}
