// Builds the three bundles (main, preload, screens) and the resources beside them, when they are stale.
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isOlderThanSources } from './ground/isOlderThanSources.mjs'
import { rootDir } from './ground/paths.mjs'
import { runWithProgress } from './ground/runWithProgress.mjs'
import { stopWith } from './ground/stopWith.mjs'
import { layOutResources } from './resources.mjs'

const sources = ['shared', 'src-main', 'src-renderer', 'package-lock.json', 'electron.vite.config.ts']
const stamp = join(rootDir, 'out', '.built')

/** Leaves with the compiler's message when a source does not build. */
export async function buildWhenStale() {
  await layOutResources()
  if (
    !isOlderThanSources(
      stamp,
      sources.map((source) => join(rootDir, source)),
    )
  )
    return
  // The stamp carries the time the build began: a file saved meanwhile makes it stale again.
  const startedAt = new Date()
  const built = await runWithProgress('Construction de l’application', {
    command: process.execPath,
    args: [
      join(rootDir, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
      'build',
      '--logLevel',
      'warn',
    ],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  if (built.exitCode !== 0) stopWith(`La construction a échoué :\n${built.output}`)
  writeFileSync(stamp, '')
  utimesSync(stamp, startedAt, startedAt)
}
