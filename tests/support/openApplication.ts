import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { compose } from '#main/composition/compose.ts'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import { windowlessServices } from './windowlessServices.ts'

export interface TestApplication {
  readonly folder: string
  readonly dispatcher: Dispatcher
  /** The answer of an act that must succeed. */
  get<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The code of a refusal that must come, or `ok`. */
  refusalOf<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<RefusalCode | 'ok'>
}

/** The real application, without a window, in a folder of its own that goes away with the test. */
export function openApplication(): TestApplication {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return openApplicationAgain(folder)
}

/** The application started again on the laptop of that folder: the same machine, the same device. */
export function openApplicationAgain(folder: string): TestApplication {
  const dispatcher = compose(windowlessServices(join(folder, 'user')))
  onTestFinished(() => dispatcher.close())
  return {
    folder,
    dispatcher,
    get: async (procedure, input) => {
      const answer = await dispatcher.call(procedure, input)
      if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.refusal)}`)
      return answer.value
    },
    refusalOf: async (procedure, input) => {
      const answer = await dispatcher.call(procedure, input)
      return answer.ok ? 'ok' : answer.refusal.code
    },
  }
}
