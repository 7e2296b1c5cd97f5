import { zeroCents } from '#shared/kernel/cents.ts'
import { type BalanceLine, envelopeBalance, type Given } from '../envelope/envelopeBalance.ts'
import type { FactsInput } from './factsInput.ts'
import { fundingFactsOf } from './fundingFactsOf.ts'
import type { BalanceFacts, SessionFacts } from './sessionFacts.ts'

type MoneyInput = Pick<
  FactsInput,
  'call' | 'session' | 'candidatures' | 'dossiers' | 'ranking' | 'givenElsewhere' | 'scenario'
>

/** [SE51] Each envelope and each ceiling after the session, and what the adopted scenario changed of the ranking. */
export function moneyFacts(input: MoneyInput): Pick<SessionFacts, 'envelopes' | 'quotas' | 'scenario'> {
  const { rules } = input.call
  const balance = envelopeBalance(rules, [...givenIn(input), ...(input.givenElsewhere ?? [])])
  return {
    envelopes: rules.envelopes.map(({ id, funder, fiscalYear, label, amountCents }) => ({
      funder,
      fiscalYear,
      ...factsOf(
        balance.envelopes.find((line) => line.id === id) ?? {
          label,
          totalCents: amountCents,
          givenCents: zeroCents,
          remainingCents: amountCents,
        },
      ),
    })),
    quotas: balance.quotas.map(factsOf),
    scenario: scenarioFacts(input),
  }
}

const factsOf = ({
  label,
  totalCents,
  givenCents,
  remainingCents,
}: Omit<BalanceLine, 'id'>): BalanceFacts => ({
  label,
  totalCents,
  givenCents,
  remainingCents,
})

const givenIn = (input: MoneyInput): readonly Given[] =>
  input.session.agenda.flatMap(({ candidatureId, outcome }) =>
    outcome === null || outcome.amountCents === null || outcome.amountCents === 0
      ? []
      : {
          facts: fundingFactsOf(candidatureId, input),
          amountCents: outcome.amountCents,
          funding: outcome.funding,
        },
  )

function scenarioFacts(input: MoneyInput): SessionFacts['scenario'] {
  const { scenario } = input
  if (!scenario) return null
  const changes = (input.ranking?.rows ?? []).flatMap(({ candidatureId, award }) => {
    const line = scenario.lines[candidatureId]
    const scenarioCents = line?.amountCents ?? zeroCents
    const candidature = input.candidatures.find(({ id }) => id === candidatureId)
    if (candidature === undefined || scenarioCents === award.amountCents) return []
    return {
      number: candidature.number,
      applicant: input.dossiers.find(({ id }) => id === candidature.dossierId)?.applicant.name ?? '',
      rankingCents: award.amountCents,
      scenarioCents,
      reason: line?.reason ?? '',
    }
  })
  return { name: scenario.name, origin: scenario.origin, changes }
}
