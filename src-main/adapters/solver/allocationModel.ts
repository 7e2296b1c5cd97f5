import type { AllocationCandidate, AllocationProblem } from '#shared/domain/envelope/allocationProblem.ts'
import type { Column, LinearModel, Row } from './linearModel.ts'

export interface AllocationModel extends Pick<LinearModel, 'columns' | 'rows'> {
  /** The column 0 or 1 of each candidate, in their order. */
  readonly chosen: readonly number[]
  /** What is given in all, in cents, as an objective. */
  readonly amount: ReadonlyMap<number, number>
  /** Cents for the candidate at `index`, from integers by column. */
  amountOf(index: number, values: readonly number[]): number
}

/**
 * Who is funded (one column 0 or 1 each), with how much (one whole column each, when the amount may vary) and by which
 * envelopes. Candidates that the same envelopes admit are interchangeable to them: one flow per such group and envelope
 * is enough, the lines of each are found afterwards. With `least-amounts` everybody funded receives the least, which is
 * all that the best score needs.
 */
export function allocationModel(
  { candidates, envelopes, quotas }: AllocationProblem,
  amounts: 'least-amounts' | 'chosen-amounts',
): AllocationModel {
  const columns: Column[] = []
  const rows: Row[] = []
  const column = (upper: number, isInteger: boolean): number =>
    columns.push({ lower: 0, upper, isInteger }) - 1
  const atMost = (ceiling: number, terms: ReadonlyMap<number, number>): void => {
    rows.push({ lower: Number.NEGATIVE_INFINITY, upper: ceiling, terms })
  }

  const shares = candidates.map((candidate): Share => {
    const { leastCents, mostCents } = candidate
    const chosen = column(1, true)
    const isFixed = amounts === 'least-amounts' || leastCents === mostCents
    if (isFixed) return { candidate, chosen, amount: { column: chosen, cents: leastCents } }
    const amount = column(mostCents, true)
    atMost(
      0,
      new Map([
        [chosen, -mostCents / UNIT],
        [amount, 1 / UNIT],
      ]),
    )
    atMost(
      0,
      new Map([
        [chosen, leastCents / UNIT],
        [amount, -1 / UNIT],
      ]),
    )
    return { candidate, chosen, amount: { column: amount, cents: 1 } }
  })
  const spent = (of: readonly Share[]): readonly (readonly [number, number])[] =>
    of.map(({ amount }) => [amount.column, amount.cents / UNIT] as const)

  const served = new Map(envelopes.map(({ id }) => [id, new Map<number, number>()]))
  const groups = Map.groupBy(shares, ({ candidate }) => candidate.envelopeIds.join('\n'))
  for (const group of groups.values()) {
    const ids = group[0]?.candidate.envelopeIds ?? []
    const [only] = ids
    if (ids.length === 1 && only !== undefined) {
      for (const [index, coefficient] of spent(group)) served.get(only)?.set(index, coefficient)
      continue
    }
    const flows = ids.map((id) => {
      const flow = column(Number.POSITIVE_INFINITY, false)
      served.get(id)?.set(flow, 1)
      return [flow, -1] as const
    })
    rows.push({ lower: 0, upper: 0, terms: new Map([...spent(group), ...flows]) })
  }
  for (const { id, amountCents } of envelopes) atMost(amountCents / UNIT, served.get(id) ?? new Map())
  for (const { id, ceilingCents } of quotas)
    atMost(
      ceilingCents / UNIT,
      new Map(spent(shares.filter(({ candidate }) => candidate.quotaIds.includes(id)))),
    )

  return {
    columns,
    rows,
    chosen: shares.map(({ chosen }) => chosen),
    amount: new Map(shares.map(({ amount }) => [amount.column, amount.cents])),
    amountOf: (index, values) => {
      const amount = shares[index]?.amount
      return amount === undefined ? 0 : (values[amount.column] ?? 0) * amount.cents
    },
  }
}

interface Share {
  readonly candidate: AllocationCandidate
  readonly chosen: number
  /** The amount is this many cents for each unit of this column. */
  readonly amount: { readonly column: number; readonly cents: number }
}

/**
 * Rows of money count in thousands of euros: a cent is then 1e-5, a hundred times the solver's tolerance, and sums of
 * a billion euros still keep it (written in cents, the tolerance would be finer than the arithmetic).
 */
const UNIT = 100_000
