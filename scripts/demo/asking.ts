import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** A step of a demonstration that was refused: the demonstration stops there and says why. */
export class RefusedStep extends Error {
  readonly refusal: Refusal
  constructor(procedure: string, refusal: Refusal) {
    super(`${procedure}: ${refusal.code}`)
    this.refusal = refusal
  }
}

export type Ask = <N extends ProcedureName>(procedure: N, input: InputOf<N>) => Promise<OutputOf<N>>

/** Asks for what must succeed. Throws `RefusedStep`. */
export const asking =
  (dispatcher: Dispatcher): Ask =>
  async (procedure, input) => {
    const answer = await dispatcher.call(procedure, input)
    if (!answer.ok) throw new RefusedStep(procedure, answer.refusal)
    return answer.value
  }
