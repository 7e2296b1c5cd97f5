import { resolve } from 'node:path'
import type { Command } from 'commander'
import { CommanderError } from 'commander'
import { compose } from '#main/composition/compose.ts'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Answer } from './answer.ts'
import { cliHost } from './cliHost.ts'
import { frenchHelp } from './frenchHelp.ts'
import { passphraseOf } from './passphraseOf.ts'
import { printAnswer } from './printAnswer.ts'
import type { Terminal } from './terminal.ts'

/** What every command receives to say, open and end. */
export interface CommandRunner {
  readonly terminal: Terminal
  /** A command with the options that all share, and French help with its example. */
  prepare(command: Command, example: string): Command
  /** A command that only gathers acts: no option, which the library would otherwise take from the act. */
  gather(command: Command, example: string): Command
  /** Opens the file, does the work, closes the file, says the answer. */
  inFile(file: string, options: SharedOptions, work: (open: OpenFile) => Promise<Answer>): Promise<void>
  /** The same without a file: the work gets a dispatcher on nothing. */
  withoutFile(options: SharedOptions, work: (dispatcher: Dispatcher) => Promise<Answer>): Promise<void>
  /** Path typed by the person, made absolute. */
  pathOf(typed: string): string
}

export interface SharedOptions {
  readonly json?: true
  readonly passphraseFile?: string
}

export interface OpenFile {
  readonly dispatcher: Dispatcher
  readonly path: string
}

export function commandRunner(terminal: Terminal, exit: (code: number) => void): CommandRunner {
  const pathOf = (typed: string) => resolve(terminal.folder, typed)
  const withoutFile: CommandRunner['withoutFile'] = async (options, work) => {
    const dispatcher = compose(cliHost(terminal))
    const unsubscribe = dispatcher.subscribe((event) => {
      if (event.kind === 'progress') terminal.showProgress(`${event.label} ${event.done}/${event.total}`)
    })
    let answer: Answer
    try {
      answer = await work(dispatcher)
    } finally {
      unsubscribe()
      terminal.showProgress('')
      await dispatcher.close()
    }
    exit(printAnswer(answer, options.json === true, terminal))
  }
  return {
    terminal,
    pathOf,
    withoutFile,
    prepare: (command, example) =>
      withExample(frenchHelp(command, terminal), example)
        .option('--json', 'écrit une seule valeur JSON, même pour un refus')
        .option('--passphrase-file <chemin>', 'fichier dont la première ligne est la phrase secrète')
        .addOption(command.createOption('--passphrase [texte]').hideHelp().argParser(refusePassphrase)),
    gather: (command, example) => withExample(frenchHelp(command, terminal), example),
    inFile: (file, options, work) =>
      withoutFile(options, async (dispatcher) => {
        const passphrase = passphraseOf(options.passphraseFile, terminal)
        if (!passphrase.ok) return passphrase
        const path = pathOf(file)
        const secret = { kind: 'passphrase', text: passphrase.value } as const
        const opened = await dispatcher.call('file.open', { path, secret, remember: false })
        return opened.ok ? work({ dispatcher, path }) : opened
      }),
  }
}

const withExample = (command: Command, example: string): Command =>
  command.addHelpText('after', `\nExemple :\n  $ ${example}`)

function refusePassphrase(): never {
  // Not an invalid-argument error: that one would repeat the secret on the screen.
  throw new CommanderError(
    2,
    'delibere.passphrase',
    'La phrase secrète ne se donne pas sur la ligne de commande, que d’autres comptes de la machine peuvent lire : utilisez DELIBERE_PASSPHRASE ou --passphrase-file.',
  )
}
