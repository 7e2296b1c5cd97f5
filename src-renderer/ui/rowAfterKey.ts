/** Where a key leads from the active row (-1: none), among `total` rows of which `page` are in sight; null for other keys. */
export function rowAfterKey(key: string, active: number, total: number, page: number): number | null {
  const target = destinationOf(key, active, total, page)
  return target === null ? null : Math.min(Math.max(target, 0), total - 1)
}

function destinationOf(key: string, active: number, total: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1
    case 'ArrowUp':
      return active - 1
    case 'PageDown':
      return active + page
    case 'PageUp':
      return active - page
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}
