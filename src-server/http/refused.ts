import type { Refusal, Result } from '#shared/kernel/result.ts'

/** A refusal on its way to the one place that answers it. Never leaves the HTTP server. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The value, or out with the refusal. */
export function orRefused<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.refusal)
  return result.value
}
