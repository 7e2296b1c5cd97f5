import type { Page } from '@playwright/test'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'

/** What no screen offers yet, asked as a screen would ask it. Throws on a refusal. */
export async function callBridge<N extends ProcedureName>(
  page: Page,
  procedure: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const result = (await page.evaluate(
    ([name, value]) => {
      const { delibereBridge } = window as unknown as {
        delibereBridge: { call(procedure: string, input: unknown): Promise<unknown> }
      }
      return delibereBridge.call(name, value)
    },
    [procedure, input] as const,
  )) as Result<OutputOf<N>>
  if (!result.ok) throw new Error(`${procedure}: ${JSON.stringify(result.refusal)}`)
  return result.value
}
