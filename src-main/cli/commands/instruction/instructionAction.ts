import type { Command } from 'commander'
import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import type { Answer } from '../../answer.ts'
import type { CommandRunner, OpenFile, SharedOptions } from '../../commandRunner.ts'
import { findCall } from '../../find/findCall.ts'
import { findCandidature } from '../../find/findCandidature.ts'
import { wholeNumberOf } from '../../read/readOptionValues.ts'

export interface InstructionOptions extends SharedOptions {
  readonly candidature: number
  readonly call?: string
}

/** What both acts share: FILE, which candidature, and an example. */
export const instructionAction = (runner: CommandRunner, command: Command, example: string): Command =>
  runner
    .prepare(command, example)
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--candidature <numéro>', 'numéro de la candidature', wholeNumberOf)
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')

/** Opens the file and finds the candidature before the work. */
export const onCandidature = (
  runner: CommandRunner,
  file: string,
  options: InstructionOptions,
  work: (open: OpenFile, candidature: CandidatureRow) => Promise<Answer>,
): Promise<void> =>
  runner.inFile(file, options, async (open) => {
    const call = await findCall(open.dispatcher, options.call)
    if (!call.ok) return call
    const found = await findCandidature(open.dispatcher, call.value.id, options.candidature)
    return found.ok ? work(open, found.value) : found
  })
