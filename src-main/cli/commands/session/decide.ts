import { frenchAmount } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { opinionWords } from '../../read/words.ts'
import { findItem } from './findItem.ts'
import { type ProposalOptions, proposalOf, withProposal } from './keyedProposal.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

export const decideAction: RegisterCommand = (group, runner) => {
  withProposal(
    sessionAction(
      runner,
      group.command('decide').description('enregistre l’avis ou la décision sur une candidature'),
      'delibere session comite.delibere decide --candidature 12 --opinion favorable --amount "12 345,00" --votes 4,0,1 --at 14:25',
    ),
  ).action((file: string, options: SessionOptions & ProposalOptions) =>
    onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
      const found = await findItem(dispatcher, session.id, options.candidature)
      if (!found.ok) return found
      const { itemId, applicant } = found.item
      const proposal = await proposalOf(dispatcher, itemId, options)
      if (!proposal.ok) return proposal
      const decided = await dispatcher.call('session.decide', {
        sessionId: session.id,
        proposal: proposal.value,
      })
      if (!decided.ok) return decided
      const amount = options.amount === undefined ? '' : `, ${frenchAmount(options.amount)}`
      return said(
        { itemId },
        `Candidature n° ${options.candidature}, ${applicant} : ${opinionWords[options.opinion][0]}${amount}.`,
      )
    }),
  )
}
