import type { HostEvent, OutputOf, ParsedInputOf, ProcedureName } from '#shared/contract/contract.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader, UseCaseContext } from '#shared/usecases/ports.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import type { AppMemory } from './appMemory.ts'
import type { Dispatcher } from './compose.ts'
import { candidatureHandlers } from './handlers/candidatureHandlers.ts'
import { documentHandlers } from './handlers/documentHandlers.ts'
import { fileHandlers } from './handlers/fileHandlers.ts'
import { importHandlers } from './handlers/importHandlers.ts'
import { markHandlers } from './handlers/markHandlers.ts'
import { preparationHandlers } from './handlers/preparationHandlers.ts'
import { sessionHandlers } from './handlers/sessionHandlers.ts'
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

export const handlersOf = (tools: HandlerTools): Handlers => ({
  ...fileHandlers(tools),
  ...preparationHandlers(tools),
  ...candidatureHandlers(tools),
  ...importHandlers(tools),
  ...markHandlers(tools),
  ...sessionHandlers(tools),
  ...documentHandlers(tools),
})

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
