import type { Command } from 'commander'
import type { Call } from '#shared/domain/call/call.ts'
import type { Answer } from '../../answer.ts'
import type { CommandRunner, OpenFile, SharedOptions } from '../../commandRunner.ts'
import { findCall } from '../../find/findCall.ts'

export interface CallChoice extends SharedOptions {
  readonly call?: string
}

/** What every act on scenarios shares: FILE, which call, and an example. */
export const scenarioAction = (runner: CommandRunner, command: Command, example: string): Command =>
  runner
    .prepare(command, example)
    .argument('<fichier>', 'le fichier du comité')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')

/** Opens the file and finds the call before the work. */
export const onCall = (
  runner: CommandRunner,
  file: string,
  options: CallChoice,
  work: (open: OpenFile, call: Call) => Promise<Answer>,
): Promise<void> =>
  runner.inFile(file, options, async (open) => {
    const call = await findCall(open.dispatcher, options.call)
    return call.ok ? work(open, call.value) : call
  })
