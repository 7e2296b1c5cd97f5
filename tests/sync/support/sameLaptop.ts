import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { compose } from '#main/composition/compose.ts'
import type { TestApplication } from '#tests/support/openApplication.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { passphrase } from '#tests/usecases/smallCommittee.ts'

/** The application started again on the laptop of that folder, its file open again: the same machine, the same device. */
export async function sameLaptop(folder: string, path: string): Promise<TestApplication> {
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
  onTestFinished(() => dispatcher.close())
  const application: TestApplication = {
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
  const secret = { kind: 'passphrase', text: passphrase } as const
  await application.get('file.open', { path, secret, remember: false })
  return application
}
