import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * How to start npm from here: its own script when `npm run` told us where it lies or when it lies
 * beside Node, otherwise the command found on the PATH.
 * @returns {{ command: string, prefix: string[], shell: boolean }}
 */
export function findNpm() {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const told = process.env.npm_execpath
  const script = [told, beside].find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  if (script) return { command: process.execPath, prefix: [script], shell: false }
  // On Windows npm is a .cmd file, which Node only starts through a shell.
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' }
}
