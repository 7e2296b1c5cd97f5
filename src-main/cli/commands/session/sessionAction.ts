import type { Command } from 'commander'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { Answer } from '../../answer.ts'
import type { CommandRunner, OpenFile, SharedOptions } from '../../commandRunner.ts'
import { findSession } from '../../find/findSession.ts'

export interface SessionOptions extends SharedOptions {
  readonly session: string
}

/** What every act of a session shares: FILE, which session, and an example. */
export const sessionAction = (runner: CommandRunner, command: Command, example: string): Command =>
  runner
    .prepare(command, example)
    .argument('<fichier>', 'le fichier du comité')
    .option('--session <séance>', 'son numéro dans la liste, le numéro du PV ou last', 'last')

/** Opens the file and finds the session before the work. */
export const onSession = (
  runner: CommandRunner,
  file: string,
  options: SessionOptions,
  work: (open: OpenFile, session: SessionSummary) => Promise<Answer>,
): Promise<void> =>
  runner.inFile(file, options, async (open) => {
    const session = await findSession(open.dispatcher, options.session)
    return session.ok ? work(open, session.value) : session
  })
