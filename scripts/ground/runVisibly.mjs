import { spawn } from 'node:child_process'
import { rootDir } from './paths.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs Node on a script with this terminal and hands back its exit code. Ctrl+C reaches the child
 * through the terminal or through us, and we wait for it to close properly.
 * @param {string[]} args script then its arguments
 * @param {{ command?: string, cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runVisibly(args, { command = process.execPath, cwd = rootDir, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
    const passOn = (signal) => child.kill(signal)
    for (const signal of SIGNALS) process.on(signal, passOn)
    const finish = (exitCode) => {
      for (const signal of SIGNALS) process.off(signal, passOn)
      resolve(exitCode)
    }
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      finish(127)
    })
    child.on('exit', (code, signal) => finish(code ?? (signal ? 130 : 1)))
  })
}
