import { compareScenarios } from '#shared/domain/envelope/compareScenarios.ts'
import type { ScenarioLines } from '#shared/domain/envelope/scenarioLines.ts'
import type { ComparisonRow, ScenarioComparison } from '#shared/domain/envelope/scenarioView.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader } from '../ports.ts'
import { type MoneyOfCall, moneyOfCall } from './moneyOfCall.ts'
import { namedOf, scenarioView } from './scenarioViews.ts'

/** Two scenarios side by side. Refusals: `entity.missing`, `input.invalid` when they are of two calls. */
export function compare(
  reader: Reader,
  input: { leftId: string; rightId: string },
): Result<ScenarioComparison> {
  const left = loadOrRefuse(reader, 'scenario', input.leftId)
  if (!left.ok) return left
  const right = loadOrRefuse(reader, 'scenario', input.rightId)
  if (!right.ok) return right
  if (left.value.callId !== right.value.callId)
    return refuse('input.invalid', { reason: 'les deux scénarios ne sont pas du même appel' })
  const money = moneyOfCall(reader, left.value.callId)
  if (!money.ok) return money
  return ok({
    left: scenarioView(money.value, left.value),
    right: scenarioView(money.value, right.value),
    rows: comparisonRows(money.value, left.value.lines, right.value.lines),
  })
}

export const comparisonRows = (
  money: MoneyOfCall,
  left: ScenarioLines,
  right: ScenarioLines,
): readonly ComparisonRow[] =>
  compareScenarios(left, right, money.ranked).rows.map((row) => ({
    ...row,
    ...namedOf(money, row.candidatureId),
  }))
