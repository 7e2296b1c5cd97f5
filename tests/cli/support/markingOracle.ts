/**
 * Marks invented by a formula, and the ranking they must give, added up here with plain integers: nothing of the
 * program's arithmetic is used. Marks stay between 2 and 4 so that no comment is mandatory.
 */
export const criteria = [
  ['PERT', 20],
  ['IMPACT', 15],
  ['FAISAB', 15],
  ['GOUV', 10],
  ['BUDGET', 15],
  ['INCLUS', 10],
  ['INTEROP', 10],
  ['ECO', 5],
] as const

export const evaluators = ['Anne Moal', 'Ewen Riou', 'Lise Cadiou'] as const

export const markOf = (number: number, evaluator: number, criterion: number): number =>
  2 + (((number * number * (criterion + 3) + evaluator * 5 + criterion * 7 + number) % 11) % 3)

export function marksCsv(count: number, recused: ReadonlySet<string>): string {
  const lines = ['membre;candidature;critère;note;commentaire']
  for (let number = 1; number <= count; number++)
    for (const [e, evaluator] of evaluators.entries()) {
      if (recused.has(`${number}/${evaluator}`)) continue
      for (const [c, [code]] of criteria.entries())
        lines.push(`${evaluator};${number};${code};${markOf(number, e, c)};`)
    }
  return lines.join('\r\n')
}

export interface ExpectedRow {
  readonly number: number
  readonly rank: number
  /** « 74.00 » */
  readonly score: string
  readonly awardCents: number
}

/** The ranking by total, then by the mean of the first criterion; money by [EN2] to [EN4] without rate. */
export function expectedRanking(
  amountsCents: readonly number[],
  recused: ReadonlySet<string>,
  envelopeCents: number,
): readonly ExpectedRow[] {
  const scored = amountsCents.map((requestedCents, index) => {
    const number = index + 1
    const present = [...evaluators.keys()].filter((e) => !recused.has(`${number}/${evaluators[e]}`))
    let points = 0
    let first = 0
    for (const e of present)
      for (const [c, [, weight]] of criteria.entries()) {
        points += weight * markOf(number, e, c)
        if (c === 0) first += markOf(number, e, c)
      }
    const n = present.length
    // total = points / (5 n); both sides of a comparison are brought over 6 sheets.
    const hundredths = Math.floor((points * 20 * 2 + n) / (2 * n))
    return { number, requestedCents, total: (points * 6) / n, first: (first * 6) / n, hundredths }
  })
  scored.sort((a, b) => b.total - a.total || b.first - a.first || a.number - b.number)
  const rows: ExpectedRow[] = []
  let remaining = envelopeCents
  let open = true
  for (let index = 0; index < scored.length; ) {
    const head = scored[index]
    if (head === undefined) break
    const tied = scored.filter((row) => row.total === head.total && row.first === head.first)
    const asked = tied.reduce((sum, row) => sum + row.requestedCents, 0)
    const allFit = open && asked <= remaining
    for (const row of tied) {
      const partial = open && tied.length === 1 ? Math.min(row.requestedCents, remaining) : 0
      const awardCents = allFit ? row.requestedCents : partial
      const text = String(row.hundredths)
      rows.push({
        number: row.number,
        rank: index + 1,
        score: `${text.slice(0, -2)}.${text.slice(-2)}`,
        awardCents,
      })
      remaining -= awardCents
    }
    if (!allFit) open = false
    index += tied.length
  }
  return rows
}
