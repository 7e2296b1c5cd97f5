import type { AllocationEntry } from '#shared/domain/envelope/allocate.ts'
import type { AwardRules } from '#shared/domain/envelope/awardBounds.ts'
import { fullAward } from '#shared/domain/envelope/fullAward.ts'
import type { Award } from '#shared/domain/ranking/ranking.ts'
import { cents, zeroCents } from '#shared/kernel/cents.ts'

/** [EN3] [EN4] for one undivided envelope, written apart from the product: what `allocate` must give there. */
export function servedInRankOrder(
  rules: AwardRules & {
    readonly envelopeCents: number | null
    readonly atCutLine: 'partial-award' | 'waiting-list'
  },
  entries: readonly AllocationEntry[],
): readonly Award[] {
  const waits: Award = { status: 'waiting', amountCents: zeroCents, limitedBy: null }
  let left = rules.envelopeCents ?? Number.POSITIVE_INFINITY
  let isCut = false
  const fullOf = ({ requestedCents, eligibleBaseCents }: AllocationEntry) =>
    requestedCents === null ? null : fullAward(rules, { requestedCents, eligibleBaseCents })
  return entries.map((entry, index): Award => {
    if (!entry.selectable) return { ...waits, status: 'not-selected' }
    const full = fullOf(entry)
    if (full === null) return waits
    const tied = entries.filter(
      (other, place) => place === index || (entry.rank !== null && other.rank === entry.rank),
    )
    const wanting = tied.filter((other) => other.selectable && other.requestedCents !== null)
    const isFirst = wanting[0] === entry
    if (isFirst) {
      const wanted = wanting.reduce((sum, other) => sum + (fullOf(other)?.amountCents ?? 0), 0)
      if (isCut || wanted > left) {
        const share = isCut || wanting.length > 1 || rules.atCutLine === 'waiting-list' ? 0 : left
        isCut = true
        return share > 0 ? { status: 'partial', amountCents: cents(share), limitedBy: 'remaining' } : waits
      }
      left -= wanted
    }
    return isCut ? waits : { status: 'within', ...full }
  })
}
