import type { Command, Option } from 'commander'
import type { Terminal } from './terminal.ts'

/** Gives a command French help and makes it answer instead of ending the process. */
export function frenchHelp(command: Command, terminal: Terminal): Command {
  return command
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand(false)
    .configureHelp({
      helpWidth: 100,
      styleTitle: (title) => frenchTitles[title] ?? title,
      subcommandTerm: (sub) => sub.name(),
      commandUsage: (described) => usageOf(described),
      commandDescription: (described) => capitalised(described.description()),
      optionDescription: (option) => withChoices(option.description, option),
      argumentDescription: (argument) => argument.description,
    })
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.writeError(text),
      // The sentence is ours (usageSentence), written once by runCli.
      outputError: () => {},
    })
    .exitOverride()
}

/** `delibere session FICHIER open [options]`: the order people write, whatever the order the library wants. */
function usageOf(command: Command): string {
  const ancestors: string[] = []
  for (let parent = command.parent; parent !== null; parent = parent.parent) ancestors.unshift(parent.name())
  const words = command.registeredArguments.map((argument) =>
    argument.required ? argument.name().toUpperCase() : `[${argument.name().toUpperCase()}]`,
  )
  const [file = '', ...others] = words
  const isAction = ancestors.length === 2
  const isGroup = command.commands.length > 0
  const body = isAction
    ? [...ancestors, file, command.name(), ...others]
    : [...ancestors, command.name(), ...words]
  if (isGroup) body.push(...(ancestors.length === 0 ? ['COMMANDE'] : ['FICHIER', 'ACTION']))
  return [...body, '[options]'].join(' ')
}

/** « Séance (par défaut : last) ». Choices are told by the description itself. */
function withChoices(description: string, { defaultValue }: Pick<Option, 'defaultValue'>): string {
  const isShown = typeof defaultValue === 'string' && defaultValue !== '' && !codes.has(defaultValue)
  return isShown ? `${description} (par défaut : ${defaultValue})` : description
}

/** Defaults that are codes; their descriptions say them in French. */
const codes = new Set([
  'jury_ad_hoc',
  'member',
  'deliberative',
  'present',
  'show-of-hands',
  'full',
  'letters',
  'both',
])

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const frenchTitles: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
}
