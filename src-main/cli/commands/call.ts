import type { Command } from 'commander'
import type { AllocationRules, TieBreaker } from '#shared/domain/call/call.ts'
import type { Restriction } from '#shared/domain/envelope/envelope.ts'
import { cents } from '#shared/kernel/cents.ts'
import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findCall } from '../find/findCall.ts'
import type { RegisterCommand } from '../program.ts'
import { choiceOf } from '../read/readChoice.ts'
import { amountCentsOf, basisPointsOf, isoDateOf, wholeNumberOf } from '../read/readOptionValues.ts'
import { aggregationWords, cutLineWords } from '../read/words.ts'
import { rulesByDefault } from '../rulesByDefault.ts'

interface CallOptions extends SharedOptions {
  readonly call?: string
  readonly name?: string
  readonly scheme?: string
  readonly year?: number
  readonly opens?: string
  readonly closes?: string
  readonly envelope?: number
  readonly rate?: number
  readonly cap?: number
  readonly aggregation?: AllocationRules['aggregation']
  readonly minEvaluators?: number
  readonly gap?: number
  readonly minScore?: number
  readonly tie?: readonly TieBreaker[]
  readonly cut?: AllocationRules['atCutLine']
}

/** `call FILE add|set`: an opening of a scheme with its published rules. */
export const callCommand: RegisterCommand = (program, runner) => {
  const example =
    'delibere call comite.delibere set --call "Appel 2026" --envelope "300 000" --rate 80 --cap 50000 --tie critère:PERT'
  const group = runner.gather(program.command('call').description('les appels et leur règlement'), example)
  withRules(
    runner.prepare(
      group.command('add').description('ouvre un appel'),
      'delibere call comite.delibere add --name "Appel 2026"',
    ),
  )
    .requiredOption('--name <nom>', 'nom de l’appel')
    .action((file: string, options: CallOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const opened = await dispatcher.call('call.open', {
          name: options.name ?? '',
          scheme: options.scheme ?? '',
          fiscalYear: options.year ?? Number(runner.terminal.today().slice(0, 4)),
          opensOn: options.opens ?? null,
          closesOn: options.closes ?? null,
          gridId: null,
          rules: rulesOf(options, rulesByDefault),
        })
        return opened.ok ? said(opened.value, `L’appel « ${options.name} » est ouvert.`) : opened
      }),
    )
  withRules(runner.prepare(group.command('set').description('change un appel ou son règlement'), example))
    .option('--call <nom>', 'l’appel à changer')
    .option('--name <nom>', 'nouveau nom')
    .action((file: string, options: CallOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        const set = {
          ...(options.name === undefined ? {} : { name: options.name }),
          ...(options.scheme === undefined ? {} : { scheme: options.scheme }),
          ...(options.year === undefined ? {} : { fiscalYear: options.year }),
          ...(options.opens === undefined ? {} : { opensOn: options.opens }),
          ...(options.closes === undefined ? {} : { closesOn: options.closes }),
          rules: rulesOf(options, call.value.rules),
        }
        const changed = await dispatcher.call('call.change', { callId: call.value.id, set })
        return changed.ok ? said(null, `L’appel « ${options.name ?? call.value.name} » est à jour.`) : changed
      }),
    )
}

function withRules(command: Command): Command {
  return command
    .argument('<fichier>', 'le fichier du comité')
    .option('--scheme <dispositif>', 'le dispositif dont l’appel relève')
    .option('--year <année>', 'exercice budgétaire', wholeNumberOf)
    .option('--opens <date>', 'date d’ouverture', isoDateOf)
    .option('--closes <date>', 'date de clôture', isoDateOf)
    .option('--envelope <montant>', 'enveloppe, en euros', amountCentsOf)
    .option('--rate <taux>', 'taux maximal de l’aide, en pour cent', basisPointsOf)
    .option('--cap <montant>', 'plafond par candidature, en euros', amountCentsOf)
    .option('--aggregation <façon>', 'moyenne, médiane ou collégiale', choiceOf(aggregationWords))
    .option('--min-evaluators <nombre>', 'évaluations nécessaires pour être classé', wholeNumberOf)
    .option('--gap <points>', 'écart entre fiches au-delà duquel alerter', wholeNumberOf)
    .option('--min-score <points>', 'note plancher sur 100', wholeNumberOf)
    .option(
      '--tie <règle>',
      'départage, à répéter dans l’ordre : critère:CODE, date, demande ou habitant',
      addTieBreaker,
    )
    .option(
      '--cut <façon>',
      'à la limite de l’enveloppe : partiel ou liste complémentaire',
      choiceOf(cutLineWords),
    )
}

function rulesOf(options: CallOptions, current: AllocationRules) {
  return {
    envelopeCents: options.envelope === undefined ? current.envelopeCents : cents(options.envelope),
    envelopes: current.envelopes.map(({ reservedFor, ...envelope }) => ({
      ...envelope,
      reservedFor: reservedFor && copied(reservedFor),
    })),
    quotas: current.quotas.map(({ appliesTo, ...quota }) => ({ ...quota, appliesTo: copied(appliesTo) })),
    maxRateBasisPoints: options.rate ?? current.maxRateBasisPoints,
    capCents: options.cap === undefined ? current.capCents : cents(options.cap),
    aggregation: options.aggregation ?? current.aggregation,
    minimumEvaluators: options.minEvaluators ?? current.minimumEvaluators,
    gapAlertPoints: options.gap ?? current.gapAlertPoints,
    minimumScore: options.minScore ?? current.minimumScore,
    tieBreakers: [...(options.tie ?? current.tieBreakers)],
    atCutLine: options.cut ?? current.atCutLine,
  }
}

/** Its own list, which the contract takes as one that may change. */
const copied = ({ kind, values }: Restriction): { kind: Restriction['kind']; values: string[] } => ({
  kind,
  values: [...values],
})

function addTieBreaker(text: string, before: readonly TieBreaker[] = []): readonly TieBreaker[] {
  const criterion = /^crit(?:è|e)re\s*:\s*([A-Za-z0-9-]+)$/i.exec(text.normalize('NFC').trim())?.[1]
  if (criterion !== undefined) return [...before, { kind: 'criterion', code: criterion.toUpperCase() }]
  return [...before, { kind: otherTieBreaker(text) }]
}

const otherTieBreaker = choiceOf({
  'earliest-complete': ['date'],
  'lowest-requested': ['demande'],
  'lowest-cost-per-inhabitant': ['habitant'],
})
