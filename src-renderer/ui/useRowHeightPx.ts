import { useSyncExternalStore } from 'react'

/** `--row-height` in pixels: it follows the density and the size of type that the person chose. */
export const useRowHeightPx = (): number => useSyncExternalStore(watch, readRowHeightPx)

function readRowHeightPx(): number {
  const root = getComputedStyle(document.documentElement)
  return Number.parseFloat(root.getPropertyValue('--row-height')) * Number.parseFloat(root.fontSize) || 32
}

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] })
  window.addEventListener('resize', changed)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', changed)
  }
}
