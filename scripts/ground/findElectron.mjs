import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rootDir } from './paths.mjs'
import { runWithProgress } from './runWithProgress.mjs'

const LONGEST_DOWNLOAD_MS = 180_000

/**
 * The Electron program of this machine: the one named by ELECTRON_BIN, the one already downloaded, or
 * the one its package downloads when it is first asked for. Null when none can be had.
 * @returns {Promise<string | null>}
 */
export async function findElectron() {
  const named = process.env.ELECTRON_BIN
  if (named) return existsSync(named) ? named : null
  if (!canShowWindows()) return null
  const packageDir = join(rootDir, 'node_modules', 'electron')
  if (!existsSync(join(packageDir, 'path.txt')) && !process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    const downloaded = await runWithProgress('Téléchargement d’Electron (une seule fois)', {
      command: process.execPath,
      args: [join(packageDir, 'install.js')],
      timeoutMs: LONGEST_DOWNLOAD_MS,
    })
    if (downloaded.exitCode !== 0) return null
  }
  try {
    const path = createRequire(import.meta.url)(packageDir)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** A Linux without a display (server, container) has nowhere to open a window. */
function canShowWindows() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}
