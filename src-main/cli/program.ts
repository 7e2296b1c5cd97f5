import { Command } from 'commander'
import { type CommandRunner, commandRunner } from './commandRunner.ts'
import { auditCommand } from './commands/audit.ts'
import { bundleCommand } from './commands/bundle.ts'
import { callCommand } from './commands/call.ts'
import { createCommand } from './commands/create.ts'
import { disclosureCommand } from './commands/disclosure.ts'
import { doctorCommand } from './commands/doctor.ts'
import { documentCommand } from './commands/document.ts'
import { gridCommand } from './commands/grid.ts'
import { importCommand } from './commands/import.ts'
import { instructionCommand } from './commands/instruction.ts'
import { issuerCommand } from './commands/issuer.ts'
import { lettersCommand } from './commands/letters.ts'
import { listCommand } from './commands/list.ts'
import { marksCommand } from './commands/marks.ts'
import { memberCommand } from './commands/member.ts'
import { passphraseCommand } from './commands/passphrase.ts'
import { rankCommand } from './commands/rank.ts'
import { recusalCommand } from './commands/recusal.ts'
import { reportCommand } from './commands/report.ts'
import { roomCommand } from './commands/room.ts'
import { scenarioCommand } from './commands/scenario.ts'
import { sessionCommand } from './commands/session.ts'
import { showCommand } from './commands/show.ts'
import { syncCommand } from './commands/sync.ts'
import { templateCommand } from './commands/template.ts'
import { undoCommand } from './commands/undo.ts'
import { verifyCommand } from './commands/verify.ts'
import { frenchHelp } from './frenchHelp.ts'
import type { Terminal } from './terminal.ts'

/** Every command of `delibere`, in the order of the job. `exit` receives the exit code of the one that ran. */
export function buildProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = frenchHelp(new Command('delibere'), terminal).description(
    'Délibéré sans écran : des candidatures au procès-verbal signé, dans un seul fichier chiffré.',
  )
  program.addHelpText('after', introduction)
  const runner = commandRunner(terminal, exit)
  for (const register of commands) register(program, runner)
  return program
}

export type RegisterCommand = (program: Command, runner: CommandRunner) => void

const commands: readonly RegisterCommand[] = [
  createCommand,
  memberCommand,
  callCommand,
  gridCommand,
  importCommand,
  listCommand,
  showCommand,
  instructionCommand,
  recusalCommand,
  marksCommand,
  rankCommand,
  scenarioCommand,
  sessionCommand,
  issuerCommand,
  templateCommand,
  reportCommand,
  documentCommand,
  lettersCommand,
  disclosureCommand,
  verifyCommand,
  auditCommand,
  syncCommand,
  roomCommand,
  bundleCommand,
  doctorCommand,
  undoCommand,
  passphraseCommand,
]

const introduction = `
La phrase secrète se donne dans la variable DELIBERE_PASSPHRASE ou par --passphrase-file, jamais sur la ligne.
Chaque commande accepte --json : une seule valeur JSON sort, même pour un refus.
Code de sortie : 0 si tout s’est bien passé, 1 pour un refus, 2 si la commande est mal écrite.

Exemple :
  $ export DELIBERE_PASSPHRASE='quatre mots sans rapport'
  $ delibere create comite.delibere --name "Comité numérique"
  $ delibere import comite.delibere fiches.txt --kind fiches --call "Appel 2026"`
