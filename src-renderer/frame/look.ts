/** How this person likes to see the application, on this computer. */
export interface Look {
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'compact' | 'normal' | 'comfortable'
}

const key = 'delibere.look'
const usual: Look = { theme: 'system', density: 'normal' }

export function readLook(): Look {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return { ...usual, ...(kept as Partial<Look>) }
  } catch {
    return usual
  }
}

export function keepLook(look: Look): void {
  localStorage.setItem(key, JSON.stringify(look))
  applyLook(look)
}

export function applyLook({ theme, density }: Look): void {
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.density = density
}
