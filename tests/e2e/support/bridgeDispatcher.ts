import type { Page } from '@playwright/test'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Result } from '#shared/kernel/result.ts'

/** The door of the application as the page has it: what was written for the dispatcher runs through the screens' own bridge. */
export function bridgeDispatcher(page: Page): Dispatcher {
  const ask = (procedure: string, input: unknown): Promise<Result<unknown>> =>
    page.evaluate(
      ([name, value]) => {
        const { delibereBridge } = window as unknown as {
          delibereBridge: { call(procedure: string, input: unknown): Promise<Result<unknown>> }
        }
        return delibereBridge.call(name, value)
      },
      [procedure, input] as const,
    )
  return {
    ask,
    call: ask as Dispatcher['call'],
    subscribe: () => () => undefined,
    close: async () => undefined,
  }
}
