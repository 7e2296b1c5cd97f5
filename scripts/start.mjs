// npm start: Délibéré in its own window where Electron can run, otherwise in the browser.
//   npm start -- --browser | --electron     force one of the two
//   npm start -- comité.delibere            open this file
import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { ensure } from './ground/ensure.mjs'
import { findElectron } from './ground/findElectron.mjs'
import { rootDir } from './ground/paths.mjs'
import { runVisibly } from './ground/runVisibly.mjs'
import { say } from './ground/say.mjs'
import { stopWith } from './ground/stopWith.mjs'

await ensure()
const args = process.argv.slice(2)
const passedOn = args.filter((arg) => arg !== '--browser' && arg !== '--electron')
await buildWhenStale()
process.exit(await openHost())

async function openHost() {
  if (args.includes('--browser')) return openBrowserHost()
  const electron = await findElectron()
  if (electron) return openElectron(electron)
  if (args.includes('--electron')) {
    stopWith(
      'Electron n’est pas installé et n’a pas pu être téléchargé. Connectez-vous au réseau, ou lancez « npm start -- --browser ».',
    )
  }
  say('Electron n’est pas disponible sur cet ordinateur : Délibéré s’ouvre dans le navigateur.')
  return openBrowserHost()
}

function openElectron(electron) {
  // Chromium refuses its sandbox to the administrator account of Linux; nobody works under it, machines do.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return runVisibly([...(isRoot ? ['--no-sandbox'] : []), rootDir, ...passedOn], { command: electron })
}

function openBrowserHost() {
  return runVisibly([join(rootDir, 'out', 'main', 'browser.js'), ...passedOn])
}
