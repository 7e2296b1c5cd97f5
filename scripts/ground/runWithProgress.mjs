import { spawn } from 'node:child_process'
import { rootDir } from './paths.mjs'
import { say } from './say.mjs'

const BEAT_MS_ON_A_TERMINAL = 250
const BEAT_MS_IN_A_LOG = 5000

/**
 * Runs a silent long command and shows that something is moving: a line with the elapsed seconds
 * on a terminal, one line every five seconds elsewhere. Its output is kept, not shown.
 * @param {string} label what is being done, in French
 * @param {{ command: string, args: string[], shell?: boolean, env?: NodeJS.ProcessEnv, timeoutMs?: number }} what
 * @returns {Promise<{ exitCode: number, output: string, timedOut: boolean }>}
 */
export function runWithProgress(label, { command, args, shell = false, env = process.env, timeoutMs }) {
  const startedAt = Date.now()
  const stopBeating = beat(label, startedAt)
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: rootDir, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let timedOut = false
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true
          child.kill()
        }, timeoutMs)
      : undefined
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const finish = (exitCode) => {
      clearTimeout(timer)
      stopBeating(exitCode === 0)
      resolve({ exitCode, output, timedOut })
    }
    child.on('error', (error) => {
      output += String(error)
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

function beat(label, startedAt) {
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  if (!process.stderr.isTTY) {
    say(`${label}…`)
    const timer = setInterval(() => say(`  toujours en cours (${seconds()} s)`), BEAT_MS_IN_A_LOG)
    return (isDone) => {
      clearInterval(timer)
      say(isDone ? `  fait en ${seconds()} s` : `  interrompu après ${seconds()} s`)
    }
  }
  const frames = ['◐', '◓', '◑', '◒']
  let turn = 0
  const draw = (mark, ending) => process.stderr.write(`\r\x1b[2K${mark} ${label} (${seconds()} s)${ending}`)
  const timer = setInterval(() => draw(frames[turn++ % frames.length], ''), BEAT_MS_ON_A_TERMINAL)
  return (isDone) => {
    clearInterval(timer)
    draw(isDone ? '✓' : '✗', '\n')
  }
}
