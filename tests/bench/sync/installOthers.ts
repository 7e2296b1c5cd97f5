import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Installs what ours is held against, on first use, from a lockfile of its own: none of it is a dependency of the product.
 * False, and a sentence, when it cannot be had (no network): ours is then played alone.
 */
export function installOthers(): boolean {
  const folder = join(import.meta.dirname, 'others')
  if (existsSync(join(folder, 'node_modules', 'pouchdb'))) return true
  console.log('Installing the peers of the bench of sync (tests/bench/sync/others), once…')
  // npm of the Node that runs: a bare name is not always on the path.
  const npm = join(dirname(process.execPath), process.platform === 'win32' ? 'npm.cmd' : 'npm')
  const { status } = spawnSync(
    existsSync(npm) ? npm : 'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) console.log('They could not be installed (is there a network?): ours is played alone.')
  return status === 0
}
