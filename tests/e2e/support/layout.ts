import { expect, type Page } from '@playwright/test'

const laptop = { width: 1280, height: 720 }
/** The same laptop at 200 %. */
const enlarged = { width: 640, height: 360 }

/** At 1280×720 nothing scrolls sideways; at 200 % everything one can act on is still reached by scrolling. */
export async function expectFits(page: Page, name: string): Promise<void> {
  await page.setViewportSize(laptop)
  expect.soft(await page.evaluate(findSidewaysScroll), `${name}, 1280×720: scrolls sideways`).toEqual([])
  await page.setViewportSize(enlarged)
  expect.soft(await page.evaluate(findOutOfReach), `${name}, 200 %: out of reach`).toEqual([])
  await page.setViewportSize(laptop)
}

/** Runs in the page. What is wider than its place, on purpose or cut off; a line that ends in an ellipsis is neither. */
function findSidewaysScroll(): string[] {
  return [document.documentElement, ...document.body.querySelectorAll('*')].flatMap((element) => {
    const { overflowX, textOverflow, clipPath } = getComputedStyle(element)
    const isContainer = overflowX !== 'visible' || element === document.documentElement
    if (!isContainer || textOverflow === 'ellipsis' || clipPath !== 'none') return []
    if (element instanceof HTMLInputElement || element.scrollWidth <= element.clientWidth + 1) return []
    return [`${element.tagName} ${element.className} ${element.scrollWidth} > ${element.clientWidth}`]
  })
}

/**
 * Runs in the page. Scrolls to each control as a person would and looks whether it can then be clicked: not covered, not
 * outside, not in a place that hides what overflows and cannot be scrolled by hand.
 */
function findOutOfReach(): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [role="radio"], [role="tab"], [role="grid"], [tabindex="0"]',
  )
  const isDrawnElsewhere = (element: Element): boolean =>
    element.closest('[inert], [aria-hidden="true"], [hidden]') !== null ||
    [element, ...ancestorsOf(element)].some((each) => getComputedStyle(each).clipPath !== 'none')
  const wrong: string[] = []
  for (const control of controls) {
    // A radio button that is not drawn is clicked by its label.
    const place = isDrawnElsewhere(control) ? control.closest('label') : control
    const modal = document.querySelector('dialog:modal, [role="dialog"]')
    if (place === null || isDrawnElsewhere(place) || (modal !== null && !modal.contains(place))) continue
    if (!place.checkVisibility()) continue
    // The way past the menus comes into sight with the focus.
    if (getComputedStyle(place).translate !== 'none') continue
    const name = `${place.tagName} ${(place.getAttribute('aria-label') ?? place.textContent).slice(0, 60)}`
    place.scrollIntoView({ block: 'center', inline: 'center' })
    const forced = ancestorsOf(place).find((ancestor) => {
      const { overflowX, overflowY } = getComputedStyle(ancestor)
      return (
        (isHidden(overflowX) && ancestor.scrollLeft !== 0) ||
        (isHidden(overflowY) && ancestor.scrollTop !== 0)
      )
    })
    if (forced !== undefined) {
      wrong.push(
        `${name}: only by scrolling ${forced.tagName} ${forced.className}, which hides what overflows`,
      )
      forced.scrollTo(0, 0)
      continue
    }
    const { left, top, width, height } = place.getBoundingClientRect()
    const middle = { x: left + width / 2, y: top + height / 2 }
    // Larger than the window: any part of it in sight will do.
    const x = Math.min(Math.max(middle.x, 1), innerWidth - 1)
    const y = Math.min(Math.max(middle.y, 1), innerHeight - 1)
    const hit = document.elementFromPoint(x, y)
    const isHit = hit !== null && (place.contains(hit) || hit.closest('label')?.contains(place) === true)
    if (!isHit) wrong.push(`${name}: covered by ${hit?.tagName} ${hit?.className}`)
  }
  return wrong

  function ancestorsOf(element: Element): Element[] {
    return element.parentElement === null
      ? []
      : [element.parentElement, ...ancestorsOf(element.parentElement)]
  }
  function isHidden(overflow: string): boolean {
    return overflow === 'hidden' || overflow === 'clip'
  }
}
