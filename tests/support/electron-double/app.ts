import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeChromium, openChromium } from './chromium.ts'
import { record } from './recorder.ts'

class App extends EventEmitter {
  readonly isPackaged = false
  #ready: Promise<void> | null = null
  #isQuitting = false
  #userDataDir = join(tmpdir(), `electron-double-${process.pid}`)

  whenReady(): Promise<void> {
    this.#ready ??= openChromium().then(() => {
      this.emit('ready')
    })
    return this.#ready
  }

  isReady(): boolean {
    return this.#ready !== null
  }

  getPath(name: string): string {
    const path = name === 'userData' ? this.#userDataDir : join(this.#userDataDir, name)
    mkdirSync(path, { recursive: true })
    return path
  }

  setPath(name: string, path: string): void {
    if (name === 'userData') this.#userDataDir = path
  }

  requestSingleInstanceLock(): boolean {
    return true
  }

  enableSandbox(): void {
    record('app.enableSandbox')
  }

  /** As in Electron, `before-quit` may be prevented; the windows then close, then the process ends. */
  quit(): void {
    if (this.#isQuitting) return
    const event = { defaultPrevented: false, preventDefault: () => undefined }
    event.preventDefault = () => {
      event.defaultPrevented = true
      return undefined
    }
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    this.emit('will-quit', event)
    void closeChromium().finally(() => process.exit(0))
  }

  exit(code = 0): void {
    process.exit(code)
  }
}

export const app = new App()
