import type { CommanderError } from 'commander'

/** The French sentence of a command line that could not be understood. */
export function usageSentence(error: CommanderError): string {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  return `${whatHappened(error, quoted)} Rien n’a été fait. Ajoutez --help pour voir un exemple.`
}

function whatHappened(error: CommanderError, quoted: string): string {
  switch (error.code) {
    case 'commander.unknownCommand':
      return `« ${quoted} » n’est ni une commande ni une action connue.`
    case 'commander.unknownOption':
      return `L’option « ${quoted} » n’existe pas pour cette commande.`
    case 'commander.missingArgument':
      return `Il manque « ${quoted.toUpperCase()} ».`
    case 'commander.optionMissingArgument':
      return `L’option « ${quoted} » demande une valeur.`
    case 'commander.missingMandatoryOptionValue':
      return `L’option « ${quoted} » est nécessaire.`
    case 'commander.excessArguments':
      return 'Il y a trop de mots sur la ligne : mettez entre guillemets ceux qui contiennent des espaces.'
    case 'commander.conflictingOption':
      return 'Deux de ces options ne vont pas ensemble.'
    case 'commander.invalidArgument':
      return invalidValue(error.message)
    default:
      return error.message.replace(/^error: /, '')
  }
}

/**
 * The library writes « option '--x <y>' argument 'z' is invalid. » or « command-argument value 'z' is invalid for argument
 * 'x'. », and then the list of choices or our own sentence.
 */
function invalidValue(message: string): string {
  const option = /option '([^']+)' argument '(.*)' is invalid\. ?(.*)$/s.exec(message)
  const word = /argument value '(.*)' is invalid for argument '([^']+)'\. ?(.*)$/s.exec(message)
  const [where, value, why] = option
    ? [option[1] ?? '', option[2] ?? '', option[3] ?? '']
    : [word?.[2] ?? '', word?.[1] ?? '', word?.[3] ?? '']
  if (where === '') return message
  const allowed = /^Allowed choices are (.*)\.$/.exec(why)?.[1]
  const reason = allowed === undefined ? why : `Valeurs possibles : ${allowed}.`
  return `« ${value} » ne convient pas pour « ${where.split(/[ ,]/)[0]} ». ${reason}`.trim()
}
