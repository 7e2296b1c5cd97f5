import { frenchHour } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { hourOf } from '../../read/readOptionValues.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

export const closeAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('close').description('clôt la séance et fige ses faits ; c’est définitif'),
    'delibere session comite.delibere close --at 16:40',
  )
    .requiredOption('--at <heure>', 'heure de clôture', hourOf)
    .action((file: string, options: SessionOptions & { readonly at: string }) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const closed = await dispatcher.call('session.close', { sessionId: session.id, at: options.at })
        if (!closed.ok) return closed
        const { number, factsDigest } = closed.value
        return said(
          closed.value,
          `Séance close à ${frenchHour(options.at)}. ${number}, empreinte des faits figés :\n${factsDigest}`,
        )
      }),
    )
}
