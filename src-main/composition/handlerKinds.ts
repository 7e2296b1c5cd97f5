import type { HostEvent, OutputOf, ParsedInputOf, ProcedureName } from '#shared/contract/contract.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader, UseCaseContext } from '#shared/usecases/ports.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import type { AppMemory } from './appMemory.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { HostAdapters } from './hostAdapters.ts'

/** One handler per procedure of the contract: a missing one does not compile. */
export type Handlers = {
  readonly [N in ProcedureName]: (input: ParsedInputOf<N>) => Promise<Result<OutputOf<N>>>
}

export interface HandlerTools {
  readonly services: HostServices
  readonly adapters: HostAdapters
  readonly memory: AppMemory
  readonly dispatcher: Dispatcher
  tell(event: HostEvent): void
}

/** A use case that writes, as a handler. */
export const acting =
  <I, O>(memory: AppMemory, perform: (context: UseCaseContext, input: I) => Result<O> | Promise<Result<O>>) =>
  async (input: I): Promise<Result<O>> => {
    const context = memory.context()
    return context.ok ? perform(context.value, input) : context
  }

/** A reading that may refuse. */
export const reading =
  <I, O>(memory: AppMemory, view: (reader: Reader, input: I) => Result<O>) =>
  async (input: I): Promise<Result<O>> => {
    const context = memory.context()
    return context.ok ? view(context.value.file, input) : context
  }

/** A reading that always has an answer. */
export const showing = <I, O>(memory: AppMemory, view: (reader: Reader, input: I) => O) =>
  reading<I, O>(memory, (reader, input) => ok(view(reader, input)))
