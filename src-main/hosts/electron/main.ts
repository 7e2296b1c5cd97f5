import { join } from 'node:path'
import { app, dialog } from 'electron'
import { delibereFileIn } from '../delibereFileIn.ts'
import { preflight } from '../preflight.ts'
import { declareAppScheme } from './serveScreens.ts'

// Start of the desktop application. The rest is imported only once we know that this runtime can
// load the database and that no other Délibéré is running for this person.
if (process.env.DELIBERE_USER_DATA !== undefined) app.setPath('userData', process.env.DELIBERE_USER_DATA)
const problem = preflight(process.versions)
if (problem !== null) {
  dialog.showErrorBox('Délibéré ne peut pas démarrer', problem)
  app.exit(1)
} else if (!app.requestSingleInstanceLock({ file: delibereFileIn(process.argv.slice(1), process.cwd()) })) {
  app.exit(0)
} else {
  app.enableSandbox()
  declareAppScheme()
  const { openApplication } = await import('./openApplication.ts')
  await openApplication(join(import.meta.dirname, '..'))
}
