import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { MarksGridView } from '#shared/domain/session/marksGridView.ts'
import { cellOf, type KeyedMarks } from './keyedMarks.ts'

export interface MarksSummary {
  /** By criterion code: « 3,2 », the mean of the marks given; absent while sealed or when nobody gave one. */
  readonly means: Readonly<Record<string, string>>
  readonly missing: readonly { readonly name: string; readonly count: number }[]
  readonly missingCount: number
  /** Names of those who owe a comment, with how many. */
  readonly missingComments: readonly { readonly name: string; readonly count: number }[]
}

/** [UI18] Means of the columns and what is still missing, from what is keyed. Filed sheets owe nothing. */
export function marksSummary(view: MarksGridView, keyed: KeyedMarks): MarksSummary {
  const criteria = criteriaOf(view.grid)
  const means: Record<string, string> = {}
  for (const { code } of criteria) {
    const marks = view.rows.flatMap((row) => {
      const { mark } = cellOf(row, code, keyed, view.sealed)
      return mark?.kind === 'value' ? [mark.hundredths] : []
    })
    if (marks.length > 0) means[code] = shownMean(marks)
  }
  const missing = view.rows
    .filter(({ status }) => status !== 'filed')
    .map((row) => ({
      name: row.name,
      count: criteria.filter(({ code }) => !cellOf(row, code, keyed, view.sealed).isKeyed).length,
    }))
    .filter(({ count }) => count > 0)
  return {
    means,
    missing,
    missingCount: missing.reduce((sum, { count }) => sum + count, 0),
    missingComments: view.rows
      .filter((row) => row.missingComments.length > 0)
      .map((row) => ({ name: row.name, count: row.missingComments.length })),
  }
}

/** One decimal, in whole numbers until the end: 3,25 is 3,3. */
function shownMean(hundredths: readonly number[]): string {
  const sum = hundredths.reduce((total, each) => total + each, 0)
  const tenths = Math.round(sum / hundredths.length / 10)
  return `${Math.floor(tenths / 10)},${tenths % 10}`
}
