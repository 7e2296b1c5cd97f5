import { exportCommand } from './commands/exportCommand.ts'
import {
  backupCommand,
  declareRestoreCommand,
  inviteAdministratorCommand,
  makeKeyCommand,
  restoreCommand,
} from './commands/keepCommands.ts'
import { serve } from './commands/serve.ts'
import { Stopped } from './commands/stopped.ts'
import { ConfigurationRefused } from './configuration/configuration.ts'
import { readConfiguration } from './configuration/readConfiguration.ts'
import { variables } from './configuration/variables.ts'
import { describeFailure } from './http/describeFailure.ts'

// npm run server [-- COMMAND]. Exit codes: 0 done, 1 stopped by something, 2 badly asked (as the command line).

const usage = `Délibéré, serveur central

  npm run server                                  démarre le serveur
  npm run server -- backup FICHIER                sauvegarde la base SQLite, serveur en marche ou non
  npm run server -- restore FICHIER               remet une sauvegarde SQLite, serveur arrêté
  npm run server -- declare-restore               après pg_restore, serveurs arrêtés
  npm run server -- invite-administrator [ORG]    donne un nouveau code d’administrateur
  npm run server -- export FICHIER                écrit le journal, pour qui le contrôle (serveur SQLite arrêté)
  npm run server -- make-key FICHIER              crée la clé de l’autorité, pour PostgreSQL

Variables d’environnement :
${Object.entries(variables)
  .map(([name, says]) => `  ${name}\n      ${says}`)
  .join('\n')}`

// Data, keys and backups are the server's own account's to read.
process.umask(0o077)
// Whoever read what is written here may be gone; the server goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.on('uncaughtException', leave)
process.on('unhandledRejection', leave)
try {
  await run(process.argv.slice(2))
} catch (error) {
  leave(error)
}

async function run([command = 'serve', target, ...more]: readonly string[]): Promise<void> {
  if (more.length > 0) return misused()
  switch (command) {
    case 'serve':
      return target === undefined ? serve(readConfiguration(process.env)) : misused()
    case 'backup':
      return target === undefined ? misused() : backupCommand(readConfiguration(process.env), target)
    case 'restore':
      return target === undefined ? misused() : restoreCommand(readConfiguration(process.env), target)
    case 'declare-restore':
      return target === undefined ? declareRestoreCommand(readConfiguration(process.env)) : misused()
    case 'invite-administrator':
      return inviteAdministratorCommand(readConfiguration(process.env), target)
    case 'export':
      return target === undefined ? misused() : exportCommand(readConfiguration(process.env), target)
    case 'make-key':
      return target === undefined ? misused() : makeKeyCommand(target)
    case 'help':
    case '--help':
      console.log(usage)
      return
    default:
      return misused()
  }
}

function misused(): void {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
}

/** The message of an unforeseen failure may hold data: only where it happened is written. */
function leave(error: unknown): never {
  if (error instanceof ConfigurationRefused) {
    process.stderr.write(
      `Le serveur ne démarre pas :\n${error.sentences.map((one) => `- ${one}\n`).join('')}`,
    )
    process.exit(2)
  }
  if (error instanceof Stopped) process.stderr.write(`${error.message}\n`)
  else
    process.stderr.write(
      `Le serveur s’arrête sur une difficulté imprévue. Ce qui a été reçu est enregistré.\n${JSON.stringify(describeFailure(error))}\n`,
    )
  process.exit(1)
}
