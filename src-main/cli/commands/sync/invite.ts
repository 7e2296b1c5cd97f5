import type { SyncRole } from '#shared/contract/syncAnswers.ts'
import { ok } from '#shared/kernel/result.ts'
import { type Answer, refused, said } from '../../answer.ts'
import type { CommandRunner, SharedOptions } from '../../commandRunner.ts'
import { findMember } from '../../find/findMember.ts'
import type { RegisterCommand } from '../../program.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { accessWords } from '../../read/words.ts'

/** `sync FILE invite`: the invitation of one person, shown once. */
export const inviteAction: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group.command('invite').description('invite quelqu’un : montre son invitation, une fois'),
      'delibere sync comite.delibere invite --name "Chloé Le Goff" --role membre --member "Chloé Le Goff"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--name <nom>', 'de la personne')
    .requiredOption(
      '--role <droits>',
      'secrétariat, présidence, membre, instructeur, invité ou administration',
      choiceOf(accessWords),
    )
    .option('--member <nom>', 'le membre du comité que cette personne est')
    .option('--may-hub', 'son poste pourra tenir la salle')
    .action((file: string, options: InviteOptions) =>
      runner.inFile(file, options, ({ dispatcher }) => invite(dispatcher, options)),
    )
}

type Dispatcher = Parameters<Parameters<CommandRunner['inFile']>[2]>[0]['dispatcher']

async function invite(dispatcher: Dispatcher, options: InviteOptions): Promise<Answer> {
  const { name, role, mayHub = false } = options
  // Without it a laptop would be that of no member: nobody could key his own sheets on it.
  if (options.member === undefined && (role === 'member' || role === 'guest'))
    return refused(
      'usage',
      'Ces droits sont ceux d’un membre du comité : dites lequel, par --member. Rien n’a été fait.',
    )
  const member = options.member === undefined ? ok(null) : await findMember(dispatcher, options.member)
  if (!member.ok) return member
  const invited = await dispatcher.call('sync.people.invite', {
    name,
    role,
    memberId: member.value?.id ?? null,
    mayHub,
  })
  if (!invited.ok) return invited
  return said(
    invited.value,
    `Invitation à remettre à ${name}, et à cette personne seule :\n${invited.value.invitation}`,
  )
}

interface InviteOptions extends SharedOptions {
  readonly name: string
  readonly role: SyncRole
  readonly member?: string
  readonly mayHub?: boolean
}
