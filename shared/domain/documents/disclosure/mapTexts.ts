/**
 * A copy of plain JSON with every text passed through `change`, which is told its place: « items.2.debate ». What is no
 * text stays as it is.
 */
export const mapTexts = <T>(value: T, change: (path: string, text: string) => string): T =>
  mapped(value, '', change) as T

function mapped(value: unknown, path: string, change: (path: string, text: string) => string): unknown {
  if (typeof value === 'string') return change(path, value)
  if (Array.isArray(value)) return value.map((entry, index) => mapped(entry, below(path, index), change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapped(entry, below(path, key), change)]),
  )
}

const below = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)
