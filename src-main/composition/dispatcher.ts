import type { HostEvent, InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'

/** The whole application behind one door: what a window, a page or a terminal command may ask. */
export interface Dispatcher {
  /** A refusal is an answer; only a bug rejects. */
  call<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>
  /** The same for what comes from outside, name and input still unknown. */
  ask(procedure: string, input: unknown): Promise<Result<unknown>>
  subscribe(listener: (event: HostEvent) => void): () => void
  close(): Promise<void>
}
