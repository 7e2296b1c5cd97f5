import { EventEmitter } from 'node:events'

interface Display {
  readonly id: number
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** The screens of the computer. A test plugs and unplugs them; every window of the double stands on the first one. */
class Screen extends EventEmitter {
  #displays: Display[] = [{ id: 1, bounds: { x: 0, y: 0, width: 1440, height: 900 } }]

  getAllDisplays(): readonly Display[] {
    return this.#displays
  }

  getPrimaryDisplay(): Display {
    const [primary] = this.#displays
    if (primary === undefined) throw new Error('A computer without a screen.')
    return primary
  }

  getDisplayMatching(_bounds: unknown): Display {
    return this.getPrimaryDisplay()
  }

  /** The double's own: what the operating system does. */
  plug(display: Display): void {
    this.#displays.push(display)
    this.emit('display-added', {}, display)
  }

  unplug(id: number): void {
    const gone = this.#displays.find((display) => display.id === id)
    this.#displays = this.#displays.filter((display) => display.id !== id)
    if (gone !== undefined) this.emit('display-removed', {}, gone)
  }
}

export const screen = new Screen()
