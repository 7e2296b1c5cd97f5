import { addedTables, type Coverage } from './coverage.ts'
import type { Injection } from './injection.ts'
import { minimise } from './minimise.ts'
import type { Failure, WorldReport } from './world.ts'

/** A family of worlds: what is injected follows from the seed alone; the same injections always run the same way. */
export interface Play<Act> {
  injectionsOf(seed: string): readonly Injection<Act>[]
  run(seed: string, injections: readonly Injection<Act>[]): Promise<WorldReport>
}

export interface SeedFailure<Act> extends Failure {
  readonly seed: string
  readonly injections: readonly Injection<Act>[]
}

export interface SeedsReport<Act> {
  readonly seeds: number
  readonly steps: number
  readonly failures: readonly SeedFailure<Act>[]
  readonly coverage: ReturnType<Coverage['table']>
}

/** Runs each seed. `stopAt` failures, no further seed is run. */
export async function runSeeds<Act>(
  play: Play<Act>,
  seeds: Iterable<string>,
  stopAt = Number.POSITIVE_INFINITY,
): Promise<SeedsReport<Act>> {
  const failures: SeedFailure<Act>[] = []
  const tables: ReturnType<Coverage['table']>[] = []
  let steps = 0
  for (const seed of seeds) {
    const injections = play.injectionsOf(seed)
    const report = await play.run(seed, injections)
    steps += report.steps
    tables.push(report.coverage)
    if (report.failure !== null) failures.push({ ...report.failure, seed, injections })
    if (failures.length >= stopAt) break
  }
  return { seeds: tables.length, steps, failures, coverage: addedTables(tables) }
}

/** The fewest injections found that still break the same invariant. */
export function minimiseFailure<Act>(
  play: Play<Act>,
  { seed, invariant, injections }: SeedFailure<Act>,
  budget?: number,
): Promise<readonly Injection<Act>[]> {
  return minimise(
    injections,
    async (fewer) => (await play.run(seed, fewer)).failure?.invariant === invariant,
    budget,
  )
}

export const seedsFrom = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(first + index))
