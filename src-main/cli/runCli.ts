import { CommanderError } from 'commander'
import { refused } from './answer.ts'
import { fileFirst } from './fileFirst.ts'
import { groupActions } from './groupActions.ts'
import { printAnswer } from './printAnswer.ts'
import { buildProgram } from './program.ts'
import type { Terminal } from './terminal.ts'
import { usageSentence } from './usageSentence.ts'

/** Runs one command line and gives its exit code: 0 only on success, 1 for a refusal, 2 for a bad command line. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  let exitCode: number | null = null
  const program = buildProgram(terminal, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(fileFirst(words, groupActions(program)), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return 2
    return printAnswer(refused('usage', usageSentence(error)), json, terminal)
  }
  return exitCode ?? 0
}
