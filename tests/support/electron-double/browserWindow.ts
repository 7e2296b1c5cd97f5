import { EventEmitter } from 'node:events'
import type { CDPSession, Page, Request, Route } from 'playwright'
import { fromWebAddress, toWebAddress } from './addresses.ts'
import { app } from './app.ts'
import { openChromium } from './chromium.ts'
import { ipcMain } from './ipcMain.ts'
import { bindPreload, type PreloadMessage } from './preloadWorld.ts'
import { record } from './recorder.ts'
import { WebContents } from './webContents.ts'
import { toText } from './wire.ts'

interface WindowOptions {
  readonly width?: number
  readonly height?: number
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string }
}

const openWindows = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly #opening: Promise<Page>
  #isDestroyed = false
  #isLoadingOurs = false

  constructor(options: WindowOptions = {}) {
    super()
    openWindows.add(this)
    record('BrowserWindow', options)
    app.emit('web-contents-created', {}, this.webContents)
    this.#opening = this.#open(options)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...openWindows][0] ?? null
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#opening
    this.#isLoadingOurs = true
    try {
      await page.goto(toWebAddress(address))
    } finally {
      this.#isLoadingOurs = false
    }
    this.webContents.emit('did-finish-load', {})
    this.emit('ready-to-show')
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  isMinimized(): boolean {
    return false
  }

  show(): void {
    record('BrowserWindow.show')
  }

  showInactive(): void {
    record('BrowserWindow.showInactive')
  }

  removeMenu(): void {}

  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, width: 0, height: 0 }
  }

  focus(): void {
    record('BrowserWindow.focus')
  }

  restore(): void {}

  /** Also while it is opening: Electron has a window as soon as it is made. */
  close(): void {
    void this.#opening.then((page) => page.close())
  }

  async #open(options: WindowOptions): Promise<Page> {
    const { context } = await openChromium()
    const page = await context.newPage()
    this.webContents.page = page
    await page.setViewportSize({ width: options.width ?? 800, height: options.height ?? 600 })
    const devtools: CDPSession = await context.newCDPSession(page)
    this.webContents.evaluateInPreload = await bindPreload(
      devtools,
      options.webPreferences?.preload,
      (message) => this.#hear(message),
    )
    page.on('close', () => this.#closed())
    page.on('popup', (popup) => this.#judgePopup(popup))
    await page.route('**/*', (route, request) => this.#judgeNavigation(route, request))
    return page
  }

  async #hear(message: PreloadMessage): Promise<void> {
    const event = { sender: this.webContents, senderFrame: this.webContents.mainFrame }
    if (message.kind === 'send') {
      ipcMain.emit(message.channel, event, ...message.args)
      return
    }
    const answer = await ipcMain.answerInvoke(message.channel, event, message.args).then(
      (value) => ({ value: toText(value) }),
      (error: unknown) => ({ error: `Error invoking remote method '${message.channel}': ${error}` }),
    )
    this.webContents.evaluateInPreload(`__settleInvoke(${message.id}, ${JSON.stringify(answer)})`)
  }

  #judgePopup(popup: Page): void {
    const address = fromWebAddress(popup.url())
    record('window.open', address, this.webContents.windowOpenHandler?.({ url: address }).action)
    void popup.close().catch(() => undefined)
  }

  /** `will-navigate` concerns what the page starts by itself, not what the application loads. */
  async #judgeNavigation(route: Route, request: Request): Promise<void> {
    const isOwnWish = request.isNavigationRequest() && request.frame() === this.webContents.page?.mainFrame()
    if (!isOwnWish || this.#isLoadingOurs) return route.fallback()
    let isPrevented = false
    const address = fromWebAddress(request.url())
    this.webContents.emit('will-navigate', { url: address, preventDefault: () => (isPrevented = true) })
    if (!isPrevented) return route.fallback()
    record('navigation.prevented', address)
    return route.abort('aborted')
  }

  #closed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    openWindows.delete(this)
    this.emit('closed')
    if (openWindows.size === 0) app.emit('window-all-closed')
  }
}
