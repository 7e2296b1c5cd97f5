import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The one place where a bug is caught. Writes it under a short number in `incidents.log` and returns
 * the French sentence to show, which tells the number and nothing of the inside.
 * The message of the error is left out of the log: it may quote what a person typed.
 */
export function recordIncident(userDataDir: string, where: string, error: unknown): string {
  const number = randomBytes(4).toString('hex').toUpperCase()
  const line = [new Date().toISOString(), number, where, ...traitsOf(error)].join('\n    ')
  try {
    mkdirSync(userDataDir, { recursive: true, mode: 0o700 })
    appendFileSync(join(userDataDir, 'incidents.log'), `${line}\n`, { mode: 0o600 })
  } catch {
    // A full or read-only disk must not hide the incident that we are telling about.
  }
  return `Une erreur inattendue s’est produite (incident ${number}). Ce qui était enregistré le reste. Recommencez ; si cela se reproduit, transmettez ce numéro à votre support.`
}

function traitsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error]
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...frames.map((frame) => frame.trim())]
}
