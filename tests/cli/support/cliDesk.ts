import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '#main/cli/runCli.ts'

export interface CliRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own, with its own settings and passphrase, where commands are typed. */
export interface CliDesk {
  readonly folder: string
  /** In this process: the code of `delibere` without the start of Node, for jobs of many commands. */
  type(words: readonly string[], environment?: Record<string, string>): Promise<CliRun>
  /** As a person does: a process of its own. */
  spawn(words: readonly string[], environment?: Record<string, string>): CliRun
  /** `type` with `--json`: the `value` of a success; a refusal makes the test fail. */
  ask<T>(words: readonly string[]): Promise<T>
  /** `type` that must succeed. */
  done(words: readonly string[]): Promise<CliRun>
  remove(): void
}

export const passphrase = 'vent de mer sur la lande'

export function cliDesk(): CliDesk {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-cli-'))
  const userData = join(folder, 'settings')
  mkdirSync(userData)
  const own = { DELIBERE_USER_DATA: userData, DELIBERE_PASSPHRASE: passphrase }
  const type: CliDesk['type'] = async (words, environment = {}) => {
    let stdout = ''
    let stderr = ''
    const exitCode = await runCli(words, {
      environment: { ...own, ...environment },
      folder,
      today: () => '2026-03-12',
      write: (text) => {
        stdout += text
      },
      writeError: (text) => {
        stderr += text
      },
      showProgress: () => {},
    })
    return { exitCode, stdout, stderr }
  }
  const done: CliDesk['done'] = async (words) => {
    const run = await type(words)
    if (run.exitCode !== 0) throw new Error(`${words.join(' ')}: ${run.exitCode} ${run.stderr}`)
    return run
  }
  return {
    folder,
    type,
    done,
    ask: async (words) => {
      const { stdout } = await type([...words, '--json'])
      const answer = JSON.parse(stdout)
      if (!answer.ok) throw new Error(`${words.join(' ')}: ${stdout}`)
      return answer.value
    },
    spawn: (words, environment = {}) => {
      const root = join(import.meta.dirname, '..', '..', '..')
      // What `npm run delibere` runs; it also lays out the fonts and the territories.
      const run = spawnSync(
        process.execPath,
        [join(root, 'scripts/run.mjs'), 'src-main/cli/main.ts', ...words],
        {
          cwd: root,
          env: { PATH: process.env.PATH, HOME: folder, INIT_CWD: folder, ...own, ...environment },
          encoding: 'utf8',
        },
      )
      return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
