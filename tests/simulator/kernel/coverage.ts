/** Which cells of the table of what may happen were hit, and how often. */
export interface Coverage {
  hit(cell: string): void
  /** Cells and counts, in the order of the cells. */
  table(): readonly (readonly [cell: string, count: number])[]
}

export function coverage(): Coverage {
  const cells = new Map<string, number>()
  return {
    hit: (cell) => void cells.set(cell, (cells.get(cell) ?? 0) + 1),
    table: () => [...cells].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  }
}

export function addedTables(tables: readonly ReturnType<Coverage['table']>[]): ReturnType<Coverage['table']> {
  const sum = new Map<string, number>()
  for (const table of tables) for (const [cell, count] of table) sum.set(cell, (sum.get(cell) ?? 0) + count)
  return [...sum].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
