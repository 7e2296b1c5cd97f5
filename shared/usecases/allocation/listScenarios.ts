import { frenchAmount } from '#shared/domain/documents/typography.ts'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import type { ScenarioBoard, WaitingListRow } from '#shared/domain/envelope/scenarioView.ts'
import { waitingListProposals } from '#shared/domain/envelope/waitingListProposals.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'
import { candidatureInWords } from './candidatureInWords.ts'
import { givenInCall } from './givenInCall.ts'
import { type MoneyOfCall, moneyOfCall } from './moneyOfCall.ts'
import { namedOf, scenarioRows, scenarioView } from './scenarioViews.ts'

/** The money of a call: its candidatures, its scenarios, what was decided, who could be served now. */
export function listScenarios(reader: Reader, input: { callId: string }): Result<ScenarioBoard> {
  const loaded = moneyOfCall(reader, input.callId)
  if (!loaded.ok) return loaded
  const money = loaded.value
  const { call, rules } = money
  return ok({
    callId: call.id,
    callName: call.name,
    envelopeCents: rules.envelopeCents,
    envelopes: rules.envelopes,
    quotas: rules.quotas,
    rows: scenarioRows(money),
    scenarios: reader
      .all('scenario')
      .filter(({ callId }) => callId === call.id)
      // Identifiers follow the time at which they were made.
      .sort((first, second) => (first.id < second.id ? -1 : 1))
      .map((scenario) => scenarioView(money, scenario)),
    decidedBalance: envelopeBalance(rules, givenInCall(reader, call.id)),
    waitingList: waitingListRows(money),
  })
}

const waitingListRows = (money: MoneyOfCall): readonly WaitingListRow[] =>
  waitingListProposals(money.rules, money.ranked, money.decided).map((proposal) => {
    const named = namedOf(money, proposal.candidatureId)
    const how = proposal.status === 'within' ? 'en entier' : 'en partie'
    return {
      ...proposal,
      number: named.number,
      applicant: named.applicant,
      rank: named.rank,
      sentence: `La ${candidatureInWords(named)} peut être servie ${how} : ${frenchAmount(proposal.amountCents)}.`,
    }
  })
