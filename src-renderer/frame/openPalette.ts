/** Named events of the window: whoever shows a way in need not know who holds the panel. */
export const paletteEvent = 'delibere:palette'
export const helpEvent = 'delibere:help'

export const openPalette = (): void => void window.dispatchEvent(new Event(paletteEvent))
export const openHelp = (): void => void window.dispatchEvent(new Event(helpEvent))
