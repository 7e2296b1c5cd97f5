import { join } from 'node:path'
import { delibereFileIn } from '../delibereFileIn.ts'
import { preflight } from '../preflight.ts'
import { userPlaces } from '../userPlaces.ts'
import { showInBrowser } from './showInBrowser.ts'

// Start of Délibéré in the browser of this computer. The rest is imported only once we know that this
// runtime can load the database.
const problem = preflight(process.versions)
if (problem !== null) {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const { compose } = await import('../../composition/compose.ts')
const { openServer } = await import('./openServer.ts')
const builtDir = join(import.meta.dirname, '..')
const host = await openServer(
  {
    ...userPlaces(process.env, process.platform),
    resourcesDir: join(builtDir, 'resources'),
    screensDir: join(builtDir, 'renderer'),
    bridgePath: join(builtDir, 'preload', 'bridge.cjs'),
    fileToOpen: delibereFileIn(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd()),
  },
  compose,
)
process.stdout.write(
  `Délibéré est ouvert sur cet ordinateur. Son adresse, à usage unique :\n${host.entryUrl}\nPour arrêter : Ctrl+C.\n`,
)
showInBrowser(host.entryUrl, process.env, process.platform)

let isStopping = false
const stop = async () => {
  if (isStopping) return
  isStopping = true
  await host.close()
  process.stdout.write('Délibéré est arrêté. Tout ce qui était enregistré le reste.\n')
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
