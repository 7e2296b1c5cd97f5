import { CommanderError } from 'commander'
import { recordIncident } from '#main/hosts/recordIncident.ts'
import { userPlaces } from '#main/hosts/userPlaces.ts'
import { type Refused, refused } from './answer.ts'
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
    if (!(error instanceof CommanderError)) return printAnswer(incident(error, terminal), json, terminal)
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') {
      return json ? printAnswer(refused('usage', whatIsMissing), true, terminal) : 2
    }
    return printAnswer(refused('usage', usageSentence(error)), json, terminal)
  }
  return exitCode ?? 0
}

/** A bug: its trace goes to the log of incidents, the person reads a number. */
function incident(error: unknown, { environment }: Terminal): Refused {
  const { userDataDir } = userPlaces(environment, process.platform)
  return refused('incident', recordIncident(userDataDir, 'cli', error))
}

const whatIsMissing =
  'Il manque une commande ou une action. Rien n’a été fait. Ajoutez --help pour voir un exemple.'
