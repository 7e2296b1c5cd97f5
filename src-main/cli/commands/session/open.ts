import { frenchHour } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import { findMember, memberLabel } from '../../find/findMember.ts'
import type { RegisterCommand } from '../../program.ts'
import { hourOf } from '../../read/readOptionValues.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface OpenOptions extends SessionOptions {
  readonly at: string
  readonly chair: string
  readonly secretary: string
}

export const openAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('open').description('ouvre la séance, si le quorum est atteint'),
    'delibere session comite.delibere open --at 14:00 --chair "Anne Moal" --secretary "Ewen Riou"',
  )
    .requiredOption('--at <heure>', 'heure d’ouverture', hourOf)
    .requiredOption('--chair <nom>', 'qui préside')
    .requiredOption('--secretary <nom>', 'secrétaire de séance')
    .action((file: string, options: OpenOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const chair = await findMember(dispatcher, options.chair)
        if (!chair.ok) return chair
        const secretary = await findMember(dispatcher, options.secretary)
        if (!secretary.ok) return secretary
        const opened = await dispatcher.call('session.open', {
          sessionId: session.id,
          at: options.at,
          chairId: chair.value.id,
          secretaryId: secretary.value.id,
        })
        return opened.ok
          ? said(
              null,
              `Séance ouverte à ${frenchHour(options.at)}. Présidence : ${memberLabel(chair.value)}. Secrétariat : ${memberLabel(secretary.value)}.`,
            )
          : opened
      }),
    )
}
