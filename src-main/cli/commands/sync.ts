import { refuse } from '#shared/kernel/result.ts'
import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { passphraseOf } from '../passphraseOf.ts'
import type { RegisterCommand } from '../program.ts'
import { inviteAction } from './sync/invite.ts'
import { stateInWords } from './sync/stateInWords.ts'
import { untilQuiet, untilState } from './sync/untilState.ts'
import { verdictWords } from './sync/verdictWords.ts'

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
        return state.ok ? said(state.value, stateInWords(state.value)) : state
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
        const state = await untilQuiet(dispatcher)
        if (state.connection === 'connected' && state.toSend === 0) return said(state, stateInWords(state))
        const { code } = refuse(state.why ?? 'server.silent').refusal
        return refused(code, `Tout n’a pas été envoyé et reçu.\n${stateInWords(state)}`, {
          toSend: state.toSend,
        })
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
        return said(state, `Fichier rattaché au serveur.\n${stateInWords(state)}`)
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
  inviteAction(group, runner)
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
          ({ at, label, verdict }) => `${at.slice(0, 10)}  ${label} : ${verdictWords[verdict]}`,
        )
        return said(lines.value, text.join('\n') || 'Rien à régulariser.')
      }),
    )
}

interface InvitedOptions extends SharedOptions {
  readonly invitation: string
  readonly server: string
}
