import fc from 'fast-check'
import { expect, it } from 'vitest'
import { admits } from '#shared/domain/envelope/admits.ts'
import { envelopeBalance, type Given, type MoneyRules } from '#shared/domain/envelope/envelopeBalance.ts'
import { amendOutcome } from '#shared/domain/session/amendOutcome.ts'
import { decideItem } from '#shared/domain/session/decideItem.ts'
import type { DecidingRoom } from '#shared/domain/session/outcomeOf.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { withdrawOutcome } from '#shared/domain/session/withdrawOutcome.ts'
import { cents, zeroCents } from '#shared/kernel/cents.ts'
import { fundedProposal } from '#shared/usecases/sessions/fundedProposal.ts'
import { entry, opened, planned, proposal, roomOf } from '../domain/session/sessionBuilders.ts'

/** Four candidatures, two of each theme; the second envelope is reserved, the quota caps a theme. */
const themes: Readonly<Record<string, string>> = { i1: 'eau', i2: 'eau', i3: 'air', i4: 'air' }
const started = opened(
  4,
  'organe_deliberant',
  planned({ agenda: Object.keys(themes).map((id) => entry(id, `c-${id}`)) }),
)
const facts = ({ id }: Pick<AgendaItem, 'id'>) => ({ theme: themes[id] ?? '', departmentCode: null })

const rulesOf = (free: number, reserved: number, ceiling: number): MoneyRules => ({
  envelopeCents: cents(free + reserved),
  envelopes: [
    {
      id: 'free',
      label: 'Fonds propres',
      funder: '',
      fiscalYear: 2026,
      reservedFor: null,
      amountCents: cents(free),
    },
    {
      id: 'water',
      label: 'Agence de l’eau',
      funder: '',
      fiscalYear: 2026,
      reservedFor: { kind: 'theme', values: ['Eau'] },
      amountCents: cents(reserved),
    },
  ],
  quotas: [
    { id: 'air', label: 'Air', appliesTo: { kind: 'theme', values: ['air'] }, ceilingCents: cents(ceiling) },
  ],
})

function given(session: Session, except: string | null = null): readonly Given[] {
  return session.agenda.flatMap((item) =>
    item.outcome === null || item.id === except
      ? []
      : [
          {
            facts: facts(item),
            amountCents: item.outcome.amountCents ?? zeroCents,
            funding: item.outcome.funding,
          },
        ],
  )
}

const roomFor = (session: Session, rules: MoneyRules, itemId: string): DecidingRoom => {
  const balance = envelopeBalance(rules, given(session, itemId))
  return roomOf({
    remainingCents: balance.whole?.remainingCents ?? null,
    funding: { rules, balance, facts: facts({ id: itemId }) },
  })
}

const share = fc.integer({ min: -50, max: 700 })
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('decide', 'decide', 'amend', 'amend', 'withdraw'),
    itemId: fc.constantFrom(...Object.keys(themes)),
    amount: fc.integer({ min: 0, max: 700 }),
    waitingList: fc.constantFrom(false, false, false, true),
    /** Keyed by hand, rightly or wrongly; null: left to the program. */
    lines: fc.option(fc.tuple(share, share)),
  }),
  { minLength: 5, maxLength: 30, size: 'max' },
)

it('[UC9] [EN10] no sequence of decisions overspends the whole, an envelope or a quota', () => {
  const seen = { allowed: 0, refused: 0 }
  fc.assert(
    fc.property(
      fc.tuple(fc.nat({ max: 1_000 }), fc.nat({ max: 600 }), fc.nat({ max: 900 })),
      acts,
      (money, sequence) => {
        const rules = rulesOf(...money)
        let session = started
        for (const { kind, itemId, amount, waitingList, lines } of sequence) {
          const room = roomFor(session, rules, itemId)
          const keyed = proposal({
            itemId,
            amountCents: cents(waitingList ? 0 : amount),
            waitingList,
            ...(lines === null || waitingList
              ? {}
              : {
                  funding: [
                    { envelopeId: 'free', amountCents: cents(lines[0]) },
                    { envelopeId: 'water', amountCents: cents(lines[1]) },
                  ],
                }),
          })
          const funded = fundedProposal(keyed, room)
          const next =
            kind === 'decide'
              ? decideItem(session, funded, room)
              : kind === 'amend'
                ? amendOutcome(session, funded, room)
                : withdrawOutcome(session, { itemId })
          seen[next.ok ? 'allowed' : 'refused']++
          if (next.ok) session = next.value
          expectSound(session, rules)
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(300)
})

/** Sums taken by hand from the outcomes, beside the balance that the rules read. */
function expectSound(session: Session, rules: MoneyRules): void {
  const outcomes = session.agenda.flatMap((item) =>
    item.outcome === null ? [] : [{ item, ...item.outcome }],
  )
  const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
  expect(total(outcomes.map(({ amountCents }) => amountCents ?? 0))).toBeLessThanOrEqual(
    rules.envelopeCents ?? 0,
  )
  for (const { item, amountCents, funding } of outcomes) {
    expect(total(funding.map((line) => line.amountCents))).toBe(amountCents ?? 0)
    if (themes[item.id] === 'air') expect(funding.map((line) => line.envelopeId)).not.toContain('water')
  }
  for (const { id, amountCents } of rules.envelopes) {
    const lines = outcomes.flatMap(({ funding }) => funding.filter((line) => line.envelopeId === id))
    expect(total(lines.map((line) => line.amountCents))).toBeLessThanOrEqual(amountCents)
  }
  for (const { appliesTo, ceilingCents } of rules.quotas) {
    const counted = outcomes.filter(({ item }) => admits(appliesTo, facts(item)))
    expect(total(counted.map(({ amountCents }) => amountCents ?? 0))).toBeLessThanOrEqual(ceilingCents)
  }
}
