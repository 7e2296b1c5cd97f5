// npm run package [-- --linux dir | --linux deb | --win nsis | --mac dmg]: the installable application, in dist/.
// The Electron runtime is downloaded by the builder, unless ELECTRON_DIST names a folder that holds one
// (with ELECTRON_VERSION when it is not the version of package.json).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { ensure } from './ground/ensure.mjs'
import { isNetworkFailure } from './ground/isNetworkFailure.mjs'
import { rootDir } from './ground/paths.mjs'
import { runWithProgress } from './ground/runWithProgress.mjs'
import { say } from './ground/say.mjs'
import { stopWith } from './ground/stopWith.mjs'

await ensure()
await buildWhenStale()

const asked = process.argv.slice(2)
const targets =
  asked.length > 0
    ? asked
    : { linux: ['--linux', 'dir', 'deb'], darwin: ['--mac'], win32: ['--win'] }[process.platform]
if (!targets) stopWith(`Aucun paquet n’est prévu pour ${process.platform}.`)

const built = await runWithProgress(`Fabrication du paquet (${targets.join(' ')})`, {
  command: process.execPath,
  args: [
    join(rootDir, 'node_modules', 'electron-builder', 'cli.js'),
    ...targets,
    '--publish',
    'never',
    ...givenRuntime(),
  ],
  env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_IDENTITY_AUTO_DISCOVERY ?? 'false' },
})
if (built.exitCode !== 0) {
  if (isNetworkFailure(built.output)) {
    stopWith(
      'Réseau absent : le moteur Electron ou un outil de fabrication n’a pas pu être téléchargé. Rien n’a été publié. Connectez-vous au réseau, ou indiquez le dossier d’un moteur déjà téléchargé dans ELECTRON_DIST.',
    )
  }
  stopWith(`La fabrication du paquet a échoué :\n${built.output}`)
}
say('Le paquet est dans dist/.')

function givenRuntime() {
  const folder = process.env.ELECTRON_DIST
  if (!folder) return []
  if (!existsSync(folder)) stopWith(`Le dossier du moteur n’existe pas : ${folder}. Corrigez ELECTRON_DIST.`)
  return [
    `-c.electronDist=${folder}`,
    `-c.electronVersion=${process.env.ELECTRON_VERSION ?? versionIn(folder)}`,
  ]
}

/** A runtime folder carries its version in a file; the one of package.json is only a fallback. */
function versionIn(folder) {
  const file = join(folder, 'version')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '')
  const told = spawnSync(process.execPath, ['-p', "require('electron/package.json').version"], {
    cwd: rootDir,
    encoding: 'utf8',
  })
  return told.stdout.trim()
}
