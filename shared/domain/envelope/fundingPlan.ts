import { type Cents, cents } from '#shared/kernel/cents.ts'
import { admits, type FundingFacts } from './admits.ts'
import { eligibleEnvelopes } from './eligibleEnvelopes.ts'
import type { FundingLine } from './envelope.ts'
import { envelopeBalance, type Given, type MoneyRules } from './envelopeBalance.ts'

/** Who brings what to whom while several candidatures are served one after the other. */
export interface FundingPlan {
  /**
   * Brings up to `amountCents` and answers how much it could. Lines of candidatures funded before may move to another
   * envelope that admits them, their amounts never change: it brings less only when no split of the money does more.
   */
  fund(key: string, facts: FundingFacts, amountCents: Cents): Cents
  /** Takes back all that `fund` brought. */
  release(key: string, facts: FundingFacts): void
  /** What the ceilings still leave to such a candidature; infinite without any. */
  underQuotas(facts: FundingFacts): number
  /** False when no envelope that admits it is open. */
  isOpen(facts: FundingFacts): boolean
  /** Nobody else draws on what could still have served these candidatures, by any move of lines. */
  closeEnvelopes(facts: readonly FundingFacts[]): void
  /** Nobody else is served under the ceilings that do not leave these candidatures all that they miss. */
  closeQuotas(wishes: readonly { readonly facts: FundingFacts; readonly amountCents: Cents }[]): void
  /** Empty when the money is undivided. */
  fundingOf(key: string): readonly FundingLine[]
}

/** [EN13] A maximum flow kept up to date: candidatures on one side, envelopes on the other. `given` does not move. */
export function fundingPlan(rules: MoneyRules, given: readonly Given[] = []): FundingPlan {
  const balance = envelopeBalance(rules, given)
  const whole = balance.whole?.remainingCents ?? Number.POSITIVE_INFINITY
  const divided = rules.envelopes.length > 0
  const pools: Pool[] = divided
    ? balance.envelopes.map(({ id, remainingCents }) => ({
        id,
        free: remainingCents,
        open: true,
        lines: new Map(),
      }))
    : [{ id: '', free: whole, open: true, lines: new Map() }]
  const ceilings: Ceiling[] = [
    // Money given before it was divided came from no envelope: the whole bounds what follows.
    ...(divided ? [{ applies: () => true, free: whole }] : []),
    ...rules.quotas.map((quota, index) => ({
      applies: (facts: FundingFacts) => admits(quota.appliesTo, facts),
      free: Number(balance.quotas[index]?.remainingCents ?? quota.ceilingCents),
    })),
  ]
  const admitted = new Map<string, readonly Pool[]>()
  const isPlain = !divided && rules.quotas.length === 0
  const drawnOn = new Map<string, Drawn>()
  // Hundreds of candidatures share a few themes and départements: restrictions are read once for each pair.
  const drawnOnBy = (facts: FundingFacts): Drawn => {
    const key = isPlain ? '' : JSON.stringify([facts.theme, facts.departmentCode])
    const known = drawnOn.get(key)
    if (known !== undefined) return known
    const eligible = eligibleEnvelopes(rules.envelopes, facts).map(({ id }) => id)
    const drawn: Drawn = {
      pools: divided ? eligible.flatMap((id) => pools.find((pool) => pool.id === id) ?? []) : pools,
      ceilings: ceilings.filter(({ applies }) => applies(facts)),
    }
    drawnOn.set(key, drawn)
    return drawn
  }
  const poolsOf = (facts: FundingFacts): readonly Pool[] => drawnOnBy(facts).pools
  const count = (facts: FundingFacts, difference: number): void => {
    for (const ceiling of drawnOnBy(facts).ceilings) ceiling.free += difference
  }

  return {
    fund(key, facts, amountCents) {
      const own = poolsOf(facts)
      admitted.set(key, own)
      let missing: number = amountCents
      while (missing > 0) {
        const path = pathToFreeMoney(own, admitted)
        if (path === null) break
        missing -= push(path, key, missing)
      }
      count(facts, missing - amountCents)
      return cents(amountCents - missing)
    },
    release(key, facts) {
      for (const pool of pools) {
        const amount = pool.lines.get(key) ?? 0
        pool.lines.delete(key)
        pool.free += amount
        count(facts, amount)
      }
      admitted.delete(key)
    },
    underQuotas: (facts) =>
      drawnOnBy(facts).ceilings.reduce((least, { free }) => Math.min(least, free), Number.POSITIVE_INFINITY),
    isOpen: (facts) => poolsOf(facts).some(({ open }) => open),
    closeEnvelopes(facts) {
      const reached = reachable(facts.flatMap(poolsOf), admitted)
      for (const pool of reached) {
        pool.open = false
        pool.free = 0
      }
    },
    closeQuotas(wishes) {
      for (const ceiling of ceilings) {
        const under = wishes.filter(({ facts }) => drawnOnBy(facts).ceilings.includes(ceiling))
        const wanted = under.reduce((sum, { amountCents }) => sum + amountCents, 0)
        if (under.length > 0 && ceiling.free < wanted) ceiling.free = Number.NEGATIVE_INFINITY
      }
    },
    fundingOf: (key) =>
      divided
        ? pools.flatMap(({ id, lines }) => {
            const amount = lines.get(key) ?? 0
            return amount > 0 ? { envelopeId: id, amountCents: cents(amount) } : []
          })
        : [],
  }
}

interface Pool {
  readonly id: string
  free: number
  open: boolean
  /** Cents by candidature. */
  readonly lines: Map<string, number>
}

interface Ceiling {
  applies(facts: FundingFacts): boolean
  free: number
}

interface Drawn {
  readonly pools: readonly Pool[]
  readonly ceilings: readonly Ceiling[]
}

/** Money goes from `pool` to the newcomer, and `moved` leaves `pool` for `next`: the last pool has free money. */
interface Step {
  readonly pool: Pool
  readonly moved: string | null
  readonly before: Step | null
}

type Admitted = ReadonlyMap<string, readonly Pool[]>

/** Breadth first: the most restricted envelope that holds something, and the fewest moves. */
function pathToFreeMoney(own: readonly Pool[], admitted: Admitted): Step | null {
  for (const step of steps(own, admitted)) if (step.pool.free > 0) return step
  return null
}

function reachable(own: readonly Pool[], admitted: Admitted): readonly Pool[] {
  return [...steps(own, admitted)].map(({ pool }) => pool)
}

function* steps(own: readonly Pool[], admitted: Admitted): Generator<Step> {
  const seen = new Set<Pool>()
  const queue: Step[] = []
  const reach = (pool: Pool, moved: string | null, before: Step | null): void => {
    if (seen.has(pool)) return
    seen.add(pool)
    queue.push({ pool, moved, before })
  }
  for (const pool of own) reach(pool, null, null)
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    yield step
    for (const [key, amount] of step.pool.lines)
      if (amount > 0) for (const pool of admitted.get(key) ?? []) reach(pool, key, step)
  }
}

/** Moves as much as the whole path bears, at most `wanted`, and answers it. */
function push(path: Step, key: string, wanted: number): number {
  let amount = Math.min(wanted, path.pool.free)
  for (let step: Step | null = path; step?.before; step = step.before)
    amount = Math.min(amount, step.before.pool.lines.get(step.moved ?? '') ?? 0)
  path.pool.free -= amount
  for (let step: Step | null = path; step !== null; step = step.before) {
    const mover = step.moved ?? key
    step.pool.lines.set(mover, (step.pool.lines.get(mover) ?? 0) + amount)
    if (step.before) step.before.pool.lines.set(mover, (step.before.pool.lines.get(mover) ?? 0) - amount)
  }
  return amount
}
