import type { Member } from '#shared/domain/committee/committee.ts'
import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findMember, memberLabel } from '../find/findMember.ts'
import type { RegisterCommand } from '../program.ts'
import { choiceOf } from '../read/readChoice.ts'
import { roleWords, voiceWords } from '../read/words.ts'
import { memberListAnswer } from '../showMembers.ts'

interface MemberOptions extends SharedOptions {
  readonly first?: string
  readonly last: string
  readonly capacity?: string
  readonly role?: Member['role']
  readonly voice?: Member['voice']
}

/** `member FILE add|set|list`: who sits. */
export const memberCommand: RegisterCommand = (program, runner) => {
  const example =
    'delibere member comite.delibere add --first Anne --last Moal --capacity "maire de Moal" --role présidente'
  const group = runner.gather(program.command('member').description('les membres du comité'), example)
  runner
    .prepare(group.command('add').description('ajoute un membre'), example)
    .argument('<fichier>', 'le fichier du comité')
    .option('--first <prénom>', 'prénom', '')
    .requiredOption('--last <nom>', 'nom')
    .option('--capacity <qualité>', 'qualité, imprimée au procès-verbal', '')
    .option('--role <rôle>', 'présidente, secrétaire ou membre', choiceOf(roleWords), 'member' as const)
    .option('--voice <voix>', 'délibérative ou consultative', choiceOf(voiceWords), 'deliberative' as const)
    .action((file: string, options: MemberOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const member = {
          firstName: options.first ?? '',
          lastName: options.last,
          capacity: options.capacity ?? '',
          role: options.role ?? 'member',
          voice: options.voice ?? 'deliberative',
          inOffice: true,
        } as const
        const added = await dispatcher.call('member.add', member)
        return added.ok ? said(added.value, `${memberLabel(member)} est membre du comité.`) : added
      }),
    )
  runner
    .prepare(
      group.command('leave').description('note qu’un membre n’est plus en exercice'),
      'delibere member comite.delibere leave --member "Anne Moal"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--member <nom>', 'le membre')
    .action((file: string, options: SharedOptions & { readonly member: string }) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const member = await findMember(dispatcher, options.member)
        if (!member.ok) return member
        const change = { memberId: member.value.id, set: { inOffice: false } }
        const changed = await dispatcher.call('member.change', change)
        return changed.ok ? said(null, `${memberLabel(member.value)} n’est plus en exercice.`) : changed
      }),
    )
  runner
    .prepare(group.command('list').description('montre les membres'), 'delibere member comite.delibere list')
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, ({ dispatcher }) => memberListAnswer(dispatcher)),
    )
}
