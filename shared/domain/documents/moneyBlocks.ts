import { decides } from '../committee/committee.ts'
import type { BalanceFacts, SessionFacts } from '../session/sessionFacts.ts'
import { column, heading, paragraph, row, table } from './blocks.ts'
import type { Block } from './model.ts'
import { envelopeBlock } from './sessionHead.ts'
import { frenchAmount } from './typography.ts'

/** Money of the session: the whole, then each part and each ceiling with its balance when it is divided [MN12]. */
export function moneyBlocks(facts: SessionFacts): readonly Block[] {
  const given = decides(facts.instance.type) ? 'Attribué' : 'Proposé'
  return [
    envelopeBlock(facts),
    ...(facts.envelopes.length === 0
      ? []
      : [
          table(
            'Enveloppes',
            [
              { ...column('Enveloppe', 5), namesRow: true },
              column('Financeur', 4),
              column('Exercice', 1.6, 'end'),
              column('Votée', 2.8, 'end'),
              column(given, 2.8, 'end'),
              column('Solde', 2.8, 'end'),
            ],
            facts.envelopes.map((envelope) =>
              row([
                envelope.label,
                envelope.funder || '–',
                String(envelope.fiscalYear),
                ...amounts(envelope),
              ]),
            ),
          ),
        ]),
    ...(facts.quotas.length === 0
      ? []
      : [
          table(
            'Plafonds par thème ou par territoire',
            [
              { ...column('Plafond', 6), namesRow: true },
              column('Au plus', 2.8, 'end'),
              column(given, 2.8, 'end'),
              column('Reste possible', 2.8, 'end'),
            ],
            facts.quotas.map((quota) => row([quota.label, ...amounts(quota)])),
          ),
        ]),
  ]
}

const amounts = ({ totalCents, givenCents, remainingCents }: BalanceFacts): readonly string[] => [
  frenchAmount(totalCents),
  frenchAmount(givenCents),
  frenchAmount(remainingCents),
]

/** [MN12] Which scenario the amounts follow and what it changes of the ranking. */
export function scenarioBlocks({ scenario }: SessionFacts): readonly Block[] {
  if (scenario === null) return []
  const followed = `Les montants suivent le scénario « ${scenario.name} », ${origins[scenario.origin]}.`
  if (scenario.changes.length === 0)
    return [heading(2, 'Scénario retenu'), paragraph(`${followed} Il ne change rien au classement.`)]
  return [
    heading(2, 'Scénario retenu'),
    paragraph(followed),
    table(
      'Ce que le scénario change au classement',
      [
        column('N°', 1, 'end'),
        { ...column('Demandeur', 4.5), namesRow: true },
        column('Selon le classement', 2.8, 'end'),
        column('Selon le scénario', 2.8, 'end'),
        column('Motif', 5),
      ],
      scenario.changes.map(({ number, applicant, rankingCents, scenarioCents, reason }) =>
        row([
          String(number),
          applicant,
          frenchAmount(rankingCents),
          frenchAmount(scenarioCents),
          reason.trim() || '–',
        ]),
      ),
    ),
  ]
}

const origins: Record<NonNullable<SessionFacts['scenario']>['origin'], string> = {
  ranking: 'établi à partir du classement',
  'best-total': 'établi à partir du meilleur total sous l’enveloppe',
  copy: 'établi à partir d’un autre scénario',
  blank: 'établi sans partir du classement',
}
