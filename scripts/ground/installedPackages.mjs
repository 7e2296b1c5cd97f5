import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNpm } from './findNpm.mjs'
import { isNetworkFailure } from './isNetworkFailure.mjs'
import { rootDir } from './paths.mjs'
import { runWithProgress } from './runWithProgress.mjs'
import { stopWith } from './stopWith.mjs'

const lockPath = join(rootDir, 'package-lock.json')
const stampPath = join(rootDir, 'node_modules', '.delibere-lock-digest')
const installedLockPath = join(rootDir, 'node_modules', '.package-lock.json')

/** Installs the packages of the lock file when they are missing or no longer those it names. */
export async function installedPackages() {
  const lockText = readFileSync(lockPath, 'utf8')
  const digest = createHash('sha256').update(lockText).digest('hex')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === digest) return
  const lock = JSON.parse(lockText)
  if (!isInstalledAsLocked(lock)) {
    await install()
    if (!isInstalledAsLocked(lock)) {
      stopWith(
        'Les composants installés ne sont pas ceux que demande package-lock.json. Effacez node_modules puis relancez.',
      )
    }
  }
  writeFileSync(stampPath, digest)
}

/**
 * npm writes its own list of what it installed last of all, so an interrupted install has none.
 * Optional packages of other machines are rightly absent.
 */
function isInstalledAsLocked(lock) {
  if (!existsSync(installedLockPath)) return false
  const installed = JSON.parse(readFileSync(installedLockPath, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, locked]) =>
      path === '' || (installed[path] ? installed[path].version === locked.version : locked.optional),
  )
}

async function install() {
  const npm = findNpm()
  const done = await runWithProgress('Installation des composants (une minute environ, une seule fois)', {
    ...npm,
    args: [...npm.prefix, 'ci', '--no-audit', '--no-fund'],
  })
  if (done.exitCode === 0) return
  if (isNetworkFailure(done.output)) {
    stopWith(
      'Réseau absent : les composants n’ont pas pu être téléchargés. Vos fichiers ne sont pas touchés. Connectez-vous au réseau puis relancez.',
    )
  }
  stopWith(`Les composants n’ont pas pu être installés :\n${done.output}`)
}
