import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { compose } from '#main/composition/compose.ts'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import { rootDir } from './rootDir.ts'

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
  const dispatcher = compose({
    kind: 'cli',
    userDataDir: join(folder, 'user'),
    resourcesDir: join(rootDir, 'out', 'resources'),
    fileToOpen: null,
    keyStore: null,
    chooseFileToOpen: async () => null,
    chooseFileToSave: async () => null,
    chooseNewFolder: async () => null,
    openPath: async () => {},
    showInFolder: async () => {},
    openProjection: () => {},
  })
  onTestFinished(async () => {
    await dispatcher.close()
    rmSync(folder, { recursive: true, force: true })
  })
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
