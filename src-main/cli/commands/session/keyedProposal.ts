import type { Command } from 'commander'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { Refused } from '../../answer.ts'
import { findMember } from '../../find/findMember.ts'
import { collected } from '../../read/collected.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { amountCentsOf, hourOf, wholeNumberOf } from '../../read/readOptionValues.ts'
import { ballotWords, opinionWords, voteMethodWords } from '../../read/words.ts'
import { type NamedWords, namedVote } from './namedVote.ts'
import { type Counts, votesOf } from './readVotes.ts'

export interface ProposalOptions extends NamedWords {
  readonly candidature: number
  readonly opinion: keyof typeof opinionWords
  readonly amount?: number
  readonly conditions: string
  readonly legal: string
  readonly factual: string
  readonly departure?: string
  readonly waitingList?: true
  readonly votes?: Counts
  readonly method: keyof typeof voteMethodWords
  readonly blank?: number
  readonly spoiled?: number
  readonly requestedBy?: readonly string[]
  readonly chairBallot?: keyof typeof ballotWords
  readonly acceptExpressedMajority?: true
  readonly at: string
}

/** Everything that a secretary keys when a point is decided, or corrected. */
export const withProposal = (command: Command): Command =>
  command
    .requiredOption('--candidature <numéro>', 'numéro de la candidature', wholeNumberOf)
    .requiredOption(
      '--opinion <avis>',
      'favorable, réserves, défavorable, ajourné ou irrecevable',
      choiceOf(opinionWords),
    )
    .option('--amount <montant>', 'montant retenu, en euros', amountCentsOf)
    .option('--conditions <texte>', 'réserves, conditions', '')
    .option('--legal <texte>', 'motivation : règlement, article, critère', '')
    .option('--factual <texte>', 'motivation : faits propres au dossier', '')
    .option('--departure <texte>', 'pourquoi la décision s’écarte du classement')
    .option('--waiting-list', 'inscrit la candidature sur la liste complémentaire')
    .option('--votes <voix>', 'pour,contre,abstentions[,ne prennent pas part]', votesOf)
    .option(
      '--method <scrutin>',
      'main levée, appel nominal ou secret',
      choiceOf(voteMethodWords),
      'show-of-hands' as const,
    )
    .option('--blank <nombre>', 'au scrutin secret, bulletins blancs', wholeNumberOf)
    .option('--spoiled <nombre>', 'au scrutin secret, bulletins nuls', wholeNumberOf)
    .option('--requested-by <nom>', 'qui a demandé ce scrutin, à répéter', collected)
    .option('--ballot <nom=sens>', 'au scrutin public, à répéter : "Anne Moal=pour"', collected)
    .option('--disagreement <nom=texte>', 'désaccord à mentionner, à répéter', collected)
    .option('--chair-ballot <sens>', 'voix de la présidence, en cas de partage', choiceOf(ballotWords))
    .option('--accept-expressed-majority', 'la présidence tient la majorité des exprimés pour suffisante')
    .requiredOption('--at <heure>', 'heure de l’avis', hourOf)

/** The same with its members found, as the host takes it. */
export async function proposalOf(
  dispatcher: Dispatcher,
  itemId: string,
  options: ProposalOptions,
): Promise<
  { ok: true; value: InputOf<'session.decide'>['proposal'] } | { ok: false; refusal: Refusal } | Refused
> {
  const named = await namedVote(dispatcher, options)
  if (!named.ok) return named
  const requestedBy: string[] = []
  for (const written of options.requestedBy ?? []) {
    const member = await findMember(dispatcher, written)
    if (!member.ok) return member
    requestedBy.push(member.value.id)
  }
  const vote = options.votes && {
    ...options.votes,
    method: options.method,
    ...named.value,
    chairBallot: options.chairBallot ?? null,
    ...(options.acceptExpressedMajority ? { expressedMajorityAccepted: true } : {}),
    ...(options.blank === undefined ? {} : { blank: options.blank }),
    ...(options.spoiled === undefined ? {} : { spoiled: options.spoiled }),
    ...(requestedBy.length === 0 ? {} : { requestedBy }),
  }
  const value = {
    itemId,
    opinion: options.opinion,
    amountCents: options.amount ?? null,
    conditions: options.conditions,
    rationale: { legal: options.legal, factual: options.factual },
    vote: vote ?? null,
    at: options.at,
    ...(options.waitingList ? { waitingList: true } : {}),
    ...(options.departure === undefined ? {} : { departure: options.departure }),
  }
  return { ok: true, value }
}
