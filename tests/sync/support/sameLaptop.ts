import { openApplicationAgain, type TestApplication } from '#tests/support/openApplication.ts'
import { passphrase } from '#tests/usecases/smallCommittee.ts'

/** The application started again on the laptop of that folder, its file open again. */
export async function sameLaptop(folder: string, path: string): Promise<TestApplication> {
  const application = openApplicationAgain(folder)
  const secret = { kind: 'passphrase', text: passphrase } as const
  await application.get('file.open', { path, secret, remember: false })
  return application
}
