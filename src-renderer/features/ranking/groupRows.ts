import type { RankingRowView } from '#shared/domain/ranking/rankingView.ts'
import type { Group } from './words.ts'

export interface RowGroup {
  readonly group: Group
  readonly rows: readonly RankingRowView[]
  readonly proposedCents: number
}

/** [UI4] The ranking cut where one sees it: selected (in part included), waiting list, not selected, not ranked. Order is kept. */
export function groupRows(rows: readonly RankingRowView[]): readonly RowGroup[] {
  return order
    .map((group) => {
      const members = rows.filter((row) => groupOf(row) === group)
      return {
        group,
        rows: members,
        proposedCents: members.reduce((sum, row) => sum + row.award.amountCents, 0),
      }
    })
    .filter(({ rows: members }) => members.length > 0)
}

const order: readonly Group[] = ['selected', 'waiting', 'not-selected', 'not-ranked']

function groupOf(row: RankingRowView): Group {
  if (row.rank === null) return 'not-ranked'
  return row.award.status === 'within' || row.award.status === 'partial' ? 'selected' : row.award.status
}

/** Where a row stands in its bracket of equals: neighbours of the same rank are drawn as one. */
export function tiePlace(rows: readonly RankingRowView[], index: number): 'first' | 'middle' | 'last' | null {
  const row = rows[index]
  if (row === undefined || row.rank === null || row.tiedWith.length === 0) return null
  const before = rows[index - 1]?.rank === row.rank
  const after = rows[index + 1]?.rank === row.rank
  if (before && after) return 'middle'
  return before ? 'last' : after ? 'first' : null
}
