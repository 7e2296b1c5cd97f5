import type { Injection } from './kernel/injection.ts'

/** What a failure was told with: its seed, and the script that breaks an invariant. */
export interface ReplayScript<Act> {
  readonly seed: string
  readonly injections: readonly Injection<Act>[]
}

/** Reads again what `tellFailure` printed, whatever stands around it; null when there is no seed or no script in it. */
export function replayScript<Act>(text: string): ReplayScript<Act> | null {
  const seed = /\bseed (\S+): /.exec(text)?.[1]
  const injections = [...text.matchAll(/^ *(\d+) ms ([a-z-]+) (\{.*\})\s*$/gm)].map(
    ([, atMs, kind, rest]) => ({ atMs: Number(atMs), kind, ...JSON.parse(rest ?? '{}') }) as Injection<Act>,
  )
  return seed === undefined || injections.length === 0 ? null : { seed, injections }
}
