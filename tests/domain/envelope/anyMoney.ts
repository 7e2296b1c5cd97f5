import fc from 'fast-check'
import type { AllocationEntry, AllocationMoney } from '#shared/domain/envelope/allocate.ts'
import type { Restriction } from '#shared/domain/envelope/envelope.ts'
import { type Cents, cents } from '#shared/kernel/cents.ts'
import { envelopeOf, quotaOf } from './moneyBuilders.ts'

const themes = ['A', 'B', 'C'] as const
const departments = ['15', '63'] as const

const anyRestriction: fc.Arbitrary<Restriction> = fc.oneof(
  fc.subarray([...themes], { minLength: 1 }).map((values): Restriction => ({ kind: 'theme', values })),
  fc
    .subarray([...departments], { minLength: 1 })
    .map((values): Restriction => ({ kind: 'territory', values })),
)

const anyCents = (max: number): fc.Arbitrary<Cents> => fc.nat({ max }).map(cents)

/** Sound rules of every shape: undivided, divided, with and without quotas, with and without a whole. */
export const anyMoney: fc.Arbitrary<AllocationMoney> = fc
  .record({
    parts: fc.array(fc.tuple(anyCents(200), fc.option(anyRestriction)), { maxLength: 4 }),
    whole: fc.option(anyCents(500)),
    quotas: fc.array(fc.tuple(anyCents(200), anyRestriction), { maxLength: 2 }),
    maxRateBasisPoints: fc.option(fc.nat({ max: 10_000 })),
    capCents: fc.option(anyCents(150)),
    atCutLine: fc.constantFrom('partial-award' as const, 'waiting-list' as const),
  })
  .map(({ parts, whole, quotas, ...rules }) => ({
    ...rules,
    envelopeCents:
      parts.length === 0 ? whole : cents(parts.reduce((sum, [amountCents]) => sum + amountCents, 0)),
    envelopes: parts.map(([amountCents, reservedFor], index) =>
      envelopeOf(`e${index}`, amountCents, reservedFor),
    ),
    quotas: quotas.map(([ceilingCents, appliesTo], index) => quotaOf(`q${index}`, ceilingCents, appliesTo)),
  }))

/** In rank order, with ties, set-aside candidatures, unknown amounts, and the unranked last. */
export const anyRankedList: fc.Arbitrary<readonly AllocationEntry[]> = fc
  .array(
    fc.record({
      tie: fc.boolean(),
      selectable: fc.boolean(),
      requestedCents: fc.option(anyCents(200), { freq: 8 }),
      eligibleBaseCents: fc.option(anyCents(400)),
      minimumViableCents: fc.option(anyCents(150)),
      maximumUsefulCents: fc.option(anyCents(200)),
      theme: fc.constantFrom('', ...themes),
      departmentCode: fc.constantFrom(null, ...departments),
    }),
    { maxLength: 10 },
  )
  .map((rows) => {
    let rank = 0
    return rows.map(({ tie, ...row }, index): AllocationEntry => {
      rank = tie && rank > 0 ? rank : index + 1
      return { ...row, rank }
    })
  })
