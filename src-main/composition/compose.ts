import type { HostEvent, OutputOf } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import { appMemory } from './appMemory.ts'
import { dispatch } from './dispatch.ts'
import type { Dispatcher } from './dispatcher.ts'
import { handlersOf } from './handlers.ts'
import { hostAdapters } from './hostAdapters.ts'
import { tellSync } from './tellSync.ts'

/** Joins ports and adapters for one host, by hand. Two of them live side by side in one process: nothing is global. */
export function compose(services: HostServices): Dispatcher {
  const adapters = hostAdapters(services)
  const listeners = new Set<(event: HostEvent) => void>()
  const tell = (event: HostEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const memory = appMemory(services, adapters, (event) => tellSync(memory, tell, event))
  const dispatcher: Dispatcher = {
    // `dispatch` answers what the handler of that procedure answers.
    call: (procedure, input) =>
      dispatch(handlers, memory, tell, procedure, input) as Promise<Result<OutputOf<typeof procedure>>>,
    ask: (procedure, input) => dispatch(handlers, memory, tell, procedure, input),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => memory.closeFile(),
  }
  const handlers = handlersOf({ services, adapters, memory, tell, dispatcher })
  return dispatcher
}
