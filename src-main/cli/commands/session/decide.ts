import { frenchAmount } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { amountCentsOf, hourOf, wholeNumberOf } from '../../read/readOptionValues.ts'
import { ballotWords, opinionWords, voteMethodWords } from '../../read/words.ts'
import { addText } from './attend.ts'
import { findItem } from './findItem.ts'
import { type NamedWords, namedVote } from './namedVote.ts'
import { type Counts, votesOf } from './readVotes.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface DecideOptions extends SessionOptions, NamedWords {
  readonly candidature: number
  readonly opinion: keyof typeof opinionWords
  readonly amount?: number
  readonly conditions: string
  readonly legal: string
  readonly factual: string
  readonly votes?: Counts
  readonly method: keyof typeof voteMethodWords
  readonly chairBallot?: keyof typeof ballotWords
  readonly acceptExpressedMajority?: true
  readonly at: string
}

export const decideAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('decide').description('enregistre l’avis ou la décision sur une candidature'),
    'delibere session comite.delibere decide --candidature 12 --opinion favorable --amount "12 345,00" --votes 4,0,1 --at 14:25',
  )
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
    .option('--votes <voix>', 'pour,contre,abstentions[,ne prennent pas part]', votesOf)
    .option(
      '--method <scrutin>',
      'main levée, appel nominal ou secret',
      choiceOf(voteMethodWords),
      'show-of-hands' as const,
    )
    .option('--ballot <nom=sens>', 'au scrutin public, à répéter : "Anne Moal=pour"', addText)
    .option('--disagreement <nom=texte>', 'désaccord à mentionner, à répéter', addText)
    .option('--chair-ballot <sens>', 'voix de la présidence, en cas de partage', choiceOf(ballotWords))
    .option('--accept-expressed-majority', 'la présidence tient la majorité des exprimés pour suffisante')
    .requiredOption('--at <heure>', 'heure de l’avis', hourOf)
    .action((file: string, options: DecideOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const found = await findItem(dispatcher, session.id, options.candidature)
        if (!found.ok) return found
        const named = await namedVote(dispatcher, options)
        if (!named.ok) return named
        const vote = options.votes && {
          ...options.votes,
          method: options.method,
          ...named.value,
          chairBallot: options.chairBallot ?? null,
          ...(options.acceptExpressedMajority ? { expressedMajorityAccepted: true } : {}),
        }
        const decided = await dispatcher.call('session.decide', {
          sessionId: session.id,
          proposal: {
            itemId: found.item.itemId,
            opinion: options.opinion,
            amountCents: options.amount ?? null,
            conditions: options.conditions,
            rationale: { legal: options.legal, factual: options.factual },
            vote: vote ?? null,
            at: options.at,
          },
        })
        if (!decided.ok) return decided
        const amount = options.amount === undefined ? '' : `, ${frenchAmount(options.amount)}`
        return said(
          { itemId: found.item.itemId },
          `Candidature n° ${options.candidature}, ${found.item.applicant} : ${opinionWords[options.opinion][0]}${amount}.`,
        )
      }),
    )
}
