import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { findItem } from './findItem.ts'
import { type ProposalOptions, proposalOf, withProposal } from './keyedProposal.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

export const amendAction: RegisterCommand = (group, runner) => {
  withProposal(
    sessionAction(
      runner,
      group
        .command('amend')
        .description('corrige un avis mal saisi, avant la clôture ; la raison est gardée'),
      'delibere session comite.delibere amend --candidature 12 --opinion favorable --amount "12 435,00" --votes 4,0,1 --at 14:25 --reason "chiffres inversés"',
    ),
  )
    .requiredOption('--reason <motif>', 'pourquoi l’avis est corrigé')
    .action((file: string, options: SessionOptions & ProposalOptions & { readonly reason: string }) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const found = await findItem(dispatcher, session.id, options.candidature)
        if (!found.ok) return found
        const { itemId } = found.item
        const proposal = await proposalOf(dispatcher, itemId, options)
        if (!proposal.ok) return proposal
        const amended = await dispatcher.call('session.amend', {
          sessionId: session.id,
          proposal: proposal.value,
          reason: options.reason,
        })
        return amended.ok
          ? said({ itemId }, `L’avis sur la candidature n° ${options.candidature} est corrigé.`)
          : amended
      }),
    )
}
