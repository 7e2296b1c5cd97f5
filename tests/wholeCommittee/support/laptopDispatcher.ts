import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AppMemory } from '#main/composition/appMemory.ts'
import { dispatch } from '#main/composition/dispatch.ts'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { handlersOf } from '#main/composition/handlers.ts'
import { hostAdapters } from '#main/composition/hostAdapters.ts'
import type { OutputOf } from '#shared/contract/contract.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { defineCommittee } from '#shared/usecases/people/committee.ts'
import { windowlessServices } from '#tests/support/windowlessServices.ts'
import type { Laptop } from './sharedWorld.ts'

/** The door that the screens use, over the file of a laptop in memory: the handlers and the use cases are the real ones. */
export function laptopDispatcher(laptop: Laptop): Dispatcher {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const services = windowlessServices(join(folder, 'user'))
  const memory: AppMemory = {
    file: laptop.file,
    wholeFile: null,
    engine: null,
    viewer: null,
    isOwnLaptop: true,
    savedAt: null,
    pendingPath: null,
    cancelRequested: false,
    openFile: async () => {},
    closeFile: async () => {},
    stopSharing: async () => {},
    handOver: () => {},
    context: () => ok(laptop.context),
  }
  const dispatcher: Dispatcher = {
    call: (procedure, input) =>
      dispatcher.ask(procedure, input) as Promise<Result<OutputOf<typeof procedure>>>,
    // The file is there already: its committee is defined in it.
    ask: async (procedure, input) =>
      procedure === 'file.create'
        ? defineCommittee(
            laptop.context,
            (input as { readonly committee: Parameters<typeof defineCommittee>[1] }).committee,
          )
        : dispatch(handlers, memory, () => {}, procedure, input),
    subscribe: () => () => {},
    close: async () => {},
  }
  const handlers = handlersOf({
    services,
    adapters: hostAdapters(services),
    memory,
    tell: () => {},
    dispatcher,
  })
  return dispatcher
}
