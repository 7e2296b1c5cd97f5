import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has: beyond, the control cannot be reached. */
const mostStops = 300

/**
 * Tab, or Shift+Tab when it is behind, until the control has the focus, as somebody without a mouse does. Throws when it is
 * never reached: that is a defect of the screen.
 */
export async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeAttached()
  for (let stop = 0; stop < mostStops; stop++) {
    const where = await control.evaluate((element) => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return 'ahead'
      if (element.contains(focused)) return 'here'
      return element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING ? 'behind' : 'ahead'
    })
    if (where === 'here') return
    await page.keyboard.press(where === 'ahead' ? 'Tab' : 'Shift+Tab')
  }
  throw new Error(`Tab never leads to ${control}`)
}

/** Reaches a button or a link and presses Enter. */
export async function pressEnter(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeEnabled()
  await reach(page, control)
  await page.keyboard.press('Enter')
}

/** Reaches a field, types over what it holds, and goes on with Tab. */
export async function typeIn(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field)
  await page.keyboard.press('Control+a')
  if (text === '') await page.keyboard.press('Delete')
  else await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

/** In a native list, the first letters of a label choose it. */
export async function chooseInList(page: Page, list: Locator, label: string): Promise<void> {
  await reach(page, list)
  await page.keyboard.type(label)
}

/** In a native list, the arrows lead to a label that the first letters would not tell from others. */
export async function walkList(page: Page, list: Locator, label: string): Promise<void> {
  // What it offers may still be read.
  await expect(list.getByRole('option', { name: label, exact: true })).toBeAttached()
  await reach(page, list)
  await page.keyboard.press('Home')
  const chosen = list.locator('option:checked')
  const count = await list.locator('option').count()
  for (let step = 1; step < count && (await chosen.innerText()) !== label; step++)
    await page.keyboard.press('ArrowDown')
  await expect(chosen).toHaveText(label)
}

/** In a group of radio buttons, which Tab enters once, the arrows lead to the option and choose it. */
export async function chooseAmong(page: Page, group: Locator, option: string): Promise<void> {
  const radio = group.getByRole('radio', { name: option, exact: true })
  await reach(page, group)
  const count = await group.getByRole('radio').count()
  for (let step = 0; step < count; step++) {
    if (await radio.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowRight')
  }
  if (!(await radio.isChecked())) await page.keyboard.press('Space')
  await expect(radio).toBeChecked()
}

/** Opens a menu and chooses one of its entries. */
export async function chooseInMenu(page: Page, opener: Locator, entry: string): Promise<void> {
  await pressEnter(page, opener)
  const item = page.getByRole('menu').getByRole('menuitem', { name: entry, exact: true })
  await downTo(page, item)
  await page.keyboard.press('Enter')
}

/** ↓ in an open menu until the entry has the focus. */
export async function downTo(page: Page, item: Locator): Promise<void> {
  await expect(item).toBeVisible()
  const count = await page.getByRole('menu').locator('[role^="menuitem"]').count()
  await expect(page.getByRole('menu').locator(':focus, :focus-within').first()).toBeAttached()
  for (let step = 0; step <= count; step++) {
    if (await item.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrows never lead to ${item}`)
}

/** From now on every gesture of a mouse, a pen or a finger is noted; answers how to read what was noted. */
export async function watchPointer(page: Page): Promise<() => Promise<readonly string[]>> {
  const install = () => {
    const place = window as unknown as { pointerGestures?: string[] }
    if (place.pointerGestures !== undefined) return
    const gestures: string[] = []
    place.pointerGestures = gestures
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
      window.addEventListener(kind, (event) => gestures.push(event.type), { capture: true, passive: true })
    }
  }
  await page.addInitScript(install)
  await page.evaluate(install)
  return () => page.evaluate(() => (window as unknown as { pointerGestures: string[] }).pointerGestures)
}
