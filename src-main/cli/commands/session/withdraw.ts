import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { wholeNumberOf } from '../../read/readOptionValues.ts'
import { findItem } from './findItem.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

export const withdrawAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('withdraw').description('retire un avis enregistré, avant la clôture'),
    'delibere session comite.delibere withdraw --candidature 12',
  )
    .requiredOption('--candidature <numéro>', 'numéro de la candidature', wholeNumberOf)
    .action((file: string, options: SessionOptions & { readonly candidature: number }) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const found = await findItem(dispatcher, session.id, options.candidature)
        if (!found.ok) return found
        const { itemId } = found.item
        const withdrawn = await dispatcher.call('session.withdraw-outcome', { sessionId: session.id, itemId })
        return withdrawn.ok
          ? said(null, `L’avis sur la candidature n° ${options.candidature} est retiré.`)
          : withdrawn
      }),
    )
}
