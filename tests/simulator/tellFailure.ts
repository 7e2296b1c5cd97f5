import type { Injection } from './kernel/injection.ts'
import type { SeedFailure } from './kernel/runSeeds.ts'

/** A failure in plain words: what broke, and the script that replays it, one line for each thing injected; null: not cut. */
export function tellFailure<Act>(
  failure: SeedFailure<Act>,
  script: readonly Injection<Act>[] | null,
): string {
  const { seed, invariant, sentence, atMs, step } = failure
  const head = `seed ${seed}: ${invariant} is broken at ${atMs} ms (step ${step}): ${sentence}`
  if (script === null) return `${head}\n  ${failure.injections.length} injections`
  return [
    head,
    `  ${script.length} of ${failure.injections.length} injections are enough:`,
    ...script.map((injection) => `    ${tellInjection(injection)}`),
  ].join('\n')
}

export function tellInjection<Act>({ atMs, ...injection }: Injection<Act>): string {
  const { kind, ...rest } = injection as { readonly kind: string }
  return `${String(atMs).padStart(7)} ms ${kind} ${JSON.stringify(rest)}`
}
