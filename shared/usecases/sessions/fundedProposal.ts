import { isAward } from '#shared/domain/decision/isAward.ts'
import { proposeFunding } from '#shared/domain/envelope/proposeFunding.ts'
import type { DecidingRoom } from '#shared/domain/session/outcomeOf.ts'
import type { Proposal } from '#shared/domain/session/proposal.ts'

/**
 * The proposal with its envelopes: those that were keyed, else, where the money is divided, the most restricted that may
 * serve it ([EN11]). Money that cannot be found is left out: the domain then refuses with the figures.
 */
export function fundedProposal(proposal: Proposal, { funding }: Pick<DecidingRoom, 'funding'>): Proposal {
  const { amountCents, opinion } = proposal
  if (funding === null || proposal.funding !== undefined || !isAward(opinion)) return proposal
  if (amountCents === null || amountCents <= 0 || proposal.waitingList === true) return proposal
  const lines = proposeFunding(funding.rules, funding.balance, funding.facts, amountCents)
  return lines.ok ? { ...proposal, funding: lines.value } : proposal
}
