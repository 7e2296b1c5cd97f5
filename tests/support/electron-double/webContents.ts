import { EventEmitter } from 'node:events'
import type { Page } from 'playwright'
import { fromWebAddress } from './addresses.ts'
import { toText } from './wire.ts'

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

/** The content of a window. `page` is null until Chromium has opened it. */
export class WebContents extends EventEmitter {
  page: Page | null = null
  windowOpenHandler: WindowOpenHandler | null = null
  /** Evaluates an expression in the preload's world; set by the window. */
  evaluateInPreload: (expression: string) => void = () => {}

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }

  getURL(): string {
    return fromWebAddress(this.page?.url() ?? '')
  }

  /** A new object each time, as the frame of Electron is only good for one message. */
  get mainFrame(): { url: string; parent: null } {
    return { url: this.getURL(), parent: null }
  }

  send(channel: string, ...args: unknown[]): void {
    this.evaluateInPreload(
      `globalThis.__receiveFromMainProcess?.(${JSON.stringify(channel)}, ${JSON.stringify(toText(args))})`,
    )
  }
}
