import type { Page } from '@playwright/test'

export interface KeystrokeToPaint {
  readonly medianMs: number
  readonly p95Ms: number
  /** Tasks of more than 50 ms while the keys were pressed, in milliseconds. */
  readonly longTasksMs: readonly number[]
}

/** From the event of each key to the frame that shows it, as the page itself measures it. */
export async function keystrokeToPaint(page: Page, keys: readonly string[]): Promise<KeystrokeToPaint> {
  await page.evaluate(() => {
    const place = window as unknown as { delays: number[]; longTasks: number[] }
    place.delays = []
    place.longTasks = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) place.longTasks.push(Math.round(entry.duration))
    }).observe({ type: 'longtask' })
    window.addEventListener(
      'keydown',
      (event) =>
        // After the frame's own callbacks comes the paint: the next task begins when it is done.
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => place.delays.push(performance.now() - event.timeStamp)
          channel.port2.postMessage(null)
        }),
      { capture: true },
    )
  })
  for (const key of keys) {
    await page.keyboard.press(key)
    // The pace of somebody who keys a paper sheet.
    await page.waitForTimeout(150)
  }
  const { delays, longTasks } = await page.evaluate(() => {
    const place = window as unknown as { delays: number[]; longTasks: number[] }
    return { delays: place.delays, longTasks: place.longTasks }
  })
  const sorted = delays.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10
  return { medianMs: at(0.5), p95Ms: at(0.95), longTasksMs: longTasks }
}
