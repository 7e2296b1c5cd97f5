import type { RankingRowView } from '#shared/domain/ranking/rankingView.ts'

/** [UI10] The tens that hold every sheet total, 0 to 100 when there is none: one line for all the dot strips of a table. */
export function rangeOfTotals(rows: readonly RankingRowView[]): {
  readonly from: number
  readonly to: number
} {
  const totals = rows.flatMap((row) => row.sheetTotals.map(({ total }) => Number(total)))
  if (totals.length === 0) return { from: 0, to: 100 }
  const from = Math.floor(Math.min(...totals) / 10) * 10
  const to = Math.ceil(Math.max(...totals) / 10) * 10
  return from === to ? { from: Math.max(0, from - 10), to: Math.min(100, to + 10) } : { from, to }
}
