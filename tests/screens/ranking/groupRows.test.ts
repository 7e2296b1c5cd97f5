import { describe, expect, test } from 'vitest'
import type { RankingRowView } from '#shared/domain/ranking/rankingView.ts'
import { cents } from '#shared/kernel/cents.ts'
import { groupRows, tiePlace } from '../../../src-renderer/features/ranking/groupRows.ts'
import { rangeOfTotals } from '../../../src-renderer/features/ranking/rangeOfTotals.ts'

const row = (
  number: number,
  rank: number | null,
  status: RankingRowView['award']['status'],
  amount = 0,
  tiedWith: readonly number[] = [],
): RankingRowView => ({
  candidatureId: String(number),
  number,
  applicant: '',
  title: '',
  department: '',
  requestedCents: null,
  rank,
  score: null,
  exactScore: null,
  notRanked: null,
  tiedWith,
  decidedBy: null,
  award: { status, amountCents: cents(amount), limitedBy: null },
  knockedOutBy: [],
  belowMinimum: false,
  gapAlert: false,
  sheetTotals: [],
  recused: [],
  missingSheets: [],
  missingMarks: 0,
  drafts: 0,
})

describe('the line of the dot strips', () => {
  test('[UI10] holds every total between two tens', () => {
    const marked = (totals: readonly string[]) => ({
      ...row(1, 1, 'within'),
      sheetTotals: totals.map((total) => ({ evaluatorId: total, name: '', total })),
    })
    expect(rangeOfTotals([marked(['57.00', '74.50']), marked(['62.00'])])).toEqual({ from: 50, to: 80 })
    expect(rangeOfTotals([marked(['100.00'])])).toEqual({ from: 90, to: 100 })
    expect(rangeOfTotals([marked([])])).toEqual({ from: 0, to: 100 })
  })
})

describe('the ranking as it is cut', () => {
  test('[UI4] a partial award is above the line; an unranked row is apart', () => {
    const rows = [
      row(3, 1, 'within', 500),
      row(1, 2, 'partial', 200),
      row(2, 3, 'waiting'),
      row(5, 4, 'not-selected'),
      row(4, null, 'not-selected'),
    ]
    expect(
      groupRows(rows).map(({ group, rows: members, proposedCents }) => [
        group,
        members.map(({ number }) => number),
        proposedCents,
      ]),
    ).toEqual([
      ['selected', [3, 1], 700],
      ['waiting', [2], 0],
      ['not-selected', [5], 0],
      ['not-ranked', [4], 0],
    ])
  })

  test('[UI4] equals are bracketed together', () => {
    const rows = [
      row(1, 1, 'within', 0, [2, 3]),
      row(2, 1, 'within', 0, [1, 3]),
      row(3, 1, 'within', 0, [1, 2]),
      row(4, 4, 'within'),
    ]
    expect(rows.map((_, index) => tiePlace(rows, index))).toEqual(['first', 'middle', 'last', null])
  })
})
