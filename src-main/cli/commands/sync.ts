import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { passphraseOf } from '../passphraseOf.ts'
import type { RegisterCommand } from '../program.ts'
import { untilState } from './sync/untilState.ts'

/** `sync FILE state|now|link|…`, and `sync join`: a file shared with a server. */
export const syncCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program
      .command('sync')
      .description('le partage avec un serveur : rattacher, rejoindre, envoyer et recevoir'),
    'delibere sync comite.delibere now',
  )
  runner
    .prepare(
      group.command('state').description('dit où en est le fichier avec les autres postes'),
      'delibere sync comite.delibere state',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const state = await dispatcher.call('sync.state', {})
        return state.ok ? said(state.value, inWords(state.value)) : state
      }),
    )
  runner
    .prepare(
      group.command('now').description('envoie et reçoit maintenant, jusqu’à ce qu’il ne reste rien'),
      'delibere sync comite.delibere now',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const asked = await dispatcher.call('sync.now', {})
        if (!asked.ok) return asked
        const state = await untilState(
          dispatcher,
          ({ connection, toSend }) => connection === 'connected' && toSend === 0,
        )
        return said(state, inWords(state))
      }),
    )
  runner
    .prepare(
      group.command('link').description('rattache au serveur un fichier qui n’était que sur ce poste'),
      'delibere sync comite.delibere link --invitation "https://serveur/rejoindre#organisation=…&code=…"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--invitation <texte>', 'l’invitation entière, ou le code seul avec --server')
    .option('--server <adresse>', 'adresse du serveur, quand l’invitation n’est qu’un code', '')
    .action((file: string, options: InvitedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const linked = await dispatcher.call('sync.link', {
          origin: options.server,
          invitation: options.invitation,
        })
        if (!linked.ok) return linked
        const state = await untilState(dispatcher, ({ connection }) => connection === 'connected')
        return said(state, `Fichier rattaché au serveur.\n${inWords(state)}`)
      }),
    )
  runner
    .prepare(
      group.command('join').description('fait une première copie, avec une invitation'),
      'delibere sync join copie.delibere --invitation "https://serveur/rejoindre#organisation=…&code=…"',
    )
    .argument('<copie>', 'le fichier à faire')
    .requiredOption('--invitation <texte>', 'l’invitation entière, ou le code seul avec --server')
    .option('--server <adresse>', 'adresse du serveur, quand l’invitation n’est qu’un code', '')
    .action((file: string, options: InvitedOptions) =>
      runner.withoutFile(options, async (dispatcher): Promise<Answer> => {
        const passphrase = passphraseOf(options.passphraseFile, runner.terminal)
        if (!passphrase.ok) return passphrase
        const path = runner.pathOf(file)
        const joined = await dispatcher.call('sync.join', {
          origin: options.server,
          invitation: options.invitation,
          path,
          passphrase: passphrase.value,
        })
        if (!joined.ok) return joined
        const { recoveryCode } = joined.value
        return said(
          { path, recoveryCode },
          `Copie faite : ${path}\nCode de secours, à garder hors de ce poste : ${recoveryCode}`,
        )
      }),
    )
  runner
    .prepare(
      group.command('invite').description('invite quelqu’un : montre son invitation, une fois'),
      'delibere sync comite.delibere invite --name "Chloé Le Goff" --role member --member-id 0199…',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--name <nom>', 'de la personne')
    .requiredOption('--role <rôle>', 'secretariat, chair, member, instructor ou administrator')
    .option('--member-id <id>', 'le membre du comité que cette personne est')
    .option('--may-hub', 'ce poste pourra ouvrir une salle')
    .action((file: string, options: InviteOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const { name, role, memberId = null, mayHub = false } = options
        const invited = await dispatcher.ask('sync.people.invite', { name, role, memberId, mayHub })
        if (!invited.ok) return invited
        const { invitation } = invited.value as { readonly invitation: string }
        return said(invited.value, `Invitation à remettre à ${name} :\n${invitation}`)
      }),
    )
  runner
    .prepare(
      group.command('to-regularise').description('liste ce qui a été refusé'),
      'delibere sync comite.delibere to-regularise',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const lines = await dispatcher.call('sync.to-regularise', {})
        if (!lines.ok) return lines
        const text = lines.value.map(
          ({ cid, label, verdict, code }) => `${cid}  ${label} (${verdict}, ${code})`,
        )
        return said(lines.value, text.join('\n') || 'Rien à régulariser.')
      }),
    )
}

interface InvitedOptions extends SharedOptions {
  readonly invitation: string
  readonly server: string
}

interface InviteOptions extends SharedOptions {
  readonly name: string
  readonly role: string
  readonly memberId?: string
  readonly mayHub?: boolean
}

function inWords(state: SyncState): string {
  if (state.sharing === 'alone') return 'Ce fichier n’est partagé avec aucun autre poste.'
  const line = {
    connected: 'relié',
    connecting: 'se relie',
    offline: 'hors de portée',
    refused: 'refusé',
    stopped: 'en pause',
  }
  return [
    `${state.self?.name ?? ''} (${state.self?.role ?? ''}), ${line[state.connection]}${state.centre === null ? '' : `, serveur ${state.centre.origin}`}`,
    `À envoyer : ${state.toSend}. À régulariser : ${state.toRegularise}. Écarts à voir : ${state.incidents}.`,
  ].join('\n')
}
