import { frenchAmount, frenchList } from '../documents/typography.ts'
import type { Finding } from './closing-checks/finding.ts'
import { markFindings } from './closing-checks/markFindings.ts'
import { outcomeFindings } from './closing-checks/outcomeFindings.ts'
import { peopleFindings } from './closing-checks/peopleFindings.ts'
import type { ClosingCheck } from './closingCheck.ts'
import { type ClosingCode, closingCodes } from './closingCodes.ts'
import type { ClosingInput } from './closingInput.ts'
import { pausedSince } from './timeSpent.ts'

/** [SE32] The check list of the closing, every check in the order of `closingCodes`, green ones included. */
export function closingChecks(input: ClosingInput): readonly ClosingCheck[] {
  const findings = new Map(
    [
      ...outcomeFindings(input),
      pauseFinding(input),
      factsFinding(input),
      envelopeFinding(input),
      ...markFindings(input),
      ...peopleFindings(input),
    ].map((finding) => [finding.code, finding]),
  )
  return (Object.keys(closingCodes) as ClosingCode[]).flatMap((code): readonly ClosingCheck[] => {
    const finding = findings.get(code)
    if (finding === undefined) return []
    const { isGreen, sentence, itemIds } = finding
    const level = closingCodes[code]
    const explanation = level === 'explain' ? (input.session.explanations[code] ?? '') : ''
    const state = isGreen ? 'green' : explanation.trim() === '' ? 'open' : 'explained'
    return [{ code, level, state, sentence, explanation, itemIds }]
  })
}

/** The checks that the minutes tell: not green, with what was written about them. */
export const explainedChecks = (
  checks: readonly ClosingCheck[],
): readonly Pick<ClosingCheck, 'sentence' | 'explanation'>[] =>
  checks
    .filter(({ state }) => state === 'explained')
    .map(({ sentence, explanation }) => ({ sentence, explanation }))

function pauseFinding({ session }: ClosingInput): Finding {
  const since = pausedSince(session)
  return {
    code: 'paused',
    isGreen: since === null,
    sentence:
      since === null
        ? 'La séance n’est pas suspendue.'
        : `La séance est suspendue depuis ${since.slice(0, 5).replace(':', ' h ')} : reprenez-la.`,
    itemIds: [],
  }
}

const factsFinding = ({ missing }: ClosingInput): Finding => ({
  code: 'facts',
  isGreen: missing.length === 0,
  sentence:
    missing.length === 0
      ? 'Rien ne manque au procès-verbal.'
      : `Le procès-verbal n’est pas complet : ${missing.join(' ; ')}.`,
  itemIds: [],
})

/** The whole, each envelope and each ceiling. */
function envelopeFinding({ balance }: ClosingInput): Finding {
  const lines = [
    ...(balance.whole === null ? [] : [{ ...balance.whole, label: 'l’enveloppe' }]),
    ...balance.envelopes.map((line) => ({ ...line, label: `l’enveloppe « ${line.label} »` })),
    ...balance.quotas.map((line) => ({ ...line, label: `le plafond « ${line.label} »` })),
  ]
  const exceeded = lines
    .filter(({ givenCents, totalCents }) => givenCents > totalCents)
    .map(
      ({ label, givenCents, totalCents }) =>
        `${label} de ${frenchAmount(givenCents - totalCents)} (${frenchAmount(givenCents)} sur ${frenchAmount(totalCents)})`,
    )
  return {
    code: 'envelope',
    isGreen: exceeded.length === 0,
    sentence:
      exceeded.length > 0
        ? `Les aides dépassent ${frenchList(exceeded)}.`
        : lines.length === 0
          ? 'L’appel n’a pas d’enveloppe à respecter.'
          : 'Les aides tiennent dans l’enveloppe.',
    itemIds: [],
  }
}
