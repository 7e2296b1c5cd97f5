import { checkScenario } from '#shared/domain/envelope/checkScenario.ts'
import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import { linesByRank, linesOfBestTotal, type ScenarioLines } from '#shared/domain/envelope/scenarioLines.ts'
import { type ScenarioChange, setScenarioAmount } from '#shared/domain/envelope/setScenarioAmount.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf, type OperationData, type OperationKind } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { type MoneyOfCall, moneyOfCall } from './moneyOfCall.ts'
import { bestTotalOf } from './optimise.ts'
import type { AllocationSolver } from './solver.ts'

/** What is done to scenarios, act by act: the domain is asked first, then the one operation that records it. */
export type ScenarioSource =
  | { readonly origin: 'ranking' }
  | { readonly origin: 'best-total' }
  | { readonly origin: 'blank' }
  | { readonly origin: 'copy'; readonly scenarioId: string }

/**
 * [UC22] A new draft. A copy keeps amounts and reasons as they are, even where the rules have changed since.
 *
 * Refusals: `input.invalid` (no name, or a name taken), `entity.missing`, those of `rankingOfCall`, of `bestTotalOf`.
 */
export async function openScenario(
  context: UseCaseContext,
  solver: AllocationSolver,
  input: { callId: string; name: string; from: ScenarioSource },
): Promise<Result<{ scenarioId: string }>> {
  const { callId, from } = input
  const name = checkName(context.file, callId, input.name, null)
  if (!name.ok) return name
  const money = moneyOfCall(context.file, callId)
  if (!money.ok) return money
  const lines = await linesFrom(context.file, solver, money.value, from)
  if (!lines.ok) return lines
  const scenarioId = newId(context)
  const act = { actor: context.actor, label: `Scénario « ${name.value} »`, undoable: true }
  return context.file.transact(act, (transaction) => {
    const data = { callId, name: name.value, origin: from.origin, lines: lines.value }
    const opened = transaction.emit('scenario.open@1', entityOf('scenario', scenarioId), data)
    return opened.ok ? ok({ scenarioId }) : opened
  })
}

export const duplicateScenario = (
  context: UseCaseContext,
  solver: AllocationSolver,
  input: { scenarioId: string; name: string },
): Promise<Result<{ scenarioId: string }>> => {
  const source = loadOrRefuse(context.file, 'scenario', input.scenarioId)
  if (!source.ok) return Promise.resolve(source)
  const from = { origin: 'copy', scenarioId: input.scenarioId } as const
  return openScenario(context, solver, { callId: source.value.callId, name: input.name, from })
}

export function renameScenario(
  context: UseCaseContext,
  input: { scenarioId: string; name: string },
): Result<null> {
  return act(context, input.scenarioId, 'Nom', (scenario) => {
    const name = checkName(context.file, scenario.callId, input.name, scenario.id)
    return name.ok ? ok(['scenario.rename@1', { name: name.value }]) : name
  })
}

/** Refusals: those of `setScenarioAmount`. */
export function setAmount(
  context: UseCaseContext,
  input: { scenarioId: string } & ScenarioChange,
): Result<null> {
  return act(context, input.scenarioId, 'Montant', (scenario, { rules, ranked }) => {
    const line = setScenarioAmount(rules, ranked, scenario, input)
    if (!line.ok) return line
    return ok(['scenario.set-line@1', { candidatureId: input.candidatureId, line: line.value }])
  })
}

/**
 * [UC23] One scenario at most is adopted in a call, in a session of that call or outside one. It decides nothing: each
 * point is voted all the same.
 *
 * Refusals: `scenario.not-draft`, `scenario.other-adopted` with `name`, `entity.missing`, `session.closed`,
 * `scenario.reason-missing` with `numbers`, those of `checkScenario`.
 */
export function adoptScenario(
  context: UseCaseContext,
  input: { scenarioId: string; sessionId: string | null },
): Result<null> {
  return act(context, input.scenarioId, 'Adoption', (scenario, money) => {
    const { id, callId, name, status, lines } = scenario
    if (status !== 'draft') return refuse('scenario.not-draft', { name })
    const others = context.file.all('scenario').filter((other) => other.callId === callId && other.id !== id)
    const adopted = others.find((other) => other.status === 'adopted')
    if (adopted !== undefined) return refuse('scenario.other-adopted', { name: adopted.name })
    const { sessionId } = input
    if (sessionId !== null) {
      const session = loadOrRefuse(context.file, 'session', sessionId)
      if (!session.ok) return session
      if (session.value.callId !== callId)
        return refuse('input.invalid', { reason: 'la séance est celle d’un autre appel' })
      if (session.value.status === 'closed') return refuse('session.closed')
    }
    const sound = checkScenario(money.rules, money.ranked, lines)
    return sound.ok ? ok(['scenario.adopt@1', { sessionId }]) : withNumbers(sound, money)
  })
}

/** A reason is asked for when the scenario was adopted. Refusals: `scenario.not-draft`, `decision.reason-missing`. */
export function setScenarioAside(
  context: UseCaseContext,
  input: { scenarioId: string; reason: string },
): Result<null> {
  return act(context, input.scenarioId, 'Mise à l’écart', ({ name, status }) => {
    const reason = input.reason.trim()
    if (status === 'set-aside') return refuse('scenario.not-draft', { name })
    if (status === 'adopted' && reason === '') return refuse('decision.reason-missing')
    return ok(['scenario.set-aside@1', { reason }])
  })
}

type Pair<K extends OperationKind> = { [Kind in K]: readonly [Kind, OperationData[Kind]] }[K]
type Deed = Result<
  Pair<'scenario.rename@1' | 'scenario.set-line@1' | 'scenario.adopt@1' | 'scenario.set-aside@1'>
>

function act(
  context: UseCaseContext,
  scenarioId: string,
  what: string,
  deed: (scenario: Scenario, money: MoneyOfCall) => Deed,
): Result<null> {
  const label = `${what} du scénario « ${context.file.load('scenario', scenarioId)?.state.name ?? ''} »`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) => {
    const scenario = loadOrRefuse(transaction, 'scenario', scenarioId)
    if (!scenario.ok) return scenario
    const money = moneyOfCall(transaction, scenario.value.callId)
    if (!money.ok) return money
    const done = deed(scenario.value, money.value)
    if (!done.ok) return done
    const [kind, data] = done.value
    return transaction.emit(kind, entityOf('scenario', scenarioId), data)
  })
}

async function linesFrom(
  reader: Reader,
  solver: AllocationSolver,
  money: MoneyOfCall,
  from: ScenarioSource,
): Promise<Result<ScenarioLines>> {
  switch (from.origin) {
    case 'blank':
      return ok({})
    case 'ranking':
      return ok(linesByRank(money.rules, money.ranked))
    case 'best-total': {
      const best = await bestTotalOf(money, solver)
      return best.ok ? ok(linesOfBestTotal(best.value)) : best
    }
    case 'copy': {
      const source = loadOrRefuse(reader, 'scenario', from.scenarioId)
      if (!source.ok) return source
      return source.value.callId === money.call.id
        ? ok(source.value.lines)
        : refuse('input.invalid', { reason: 'ce scénario est celui d’un autre appel' })
    }
  }
}

function checkName(reader: Reader, callId: string, wanted: string, exceptId: string | null): Result<string> {
  const name = wanted.trim()
  if (name === '') return refuse('input.invalid', { reason: 'le scénario n’a pas de nom' })
  const isTaken = reader
    .all('scenario')
    .some((other) => other.callId === callId && other.id !== exceptId && other.name === name)
  return isTaken ? refuse('input.invalid', { reason: `un scénario s’appelle déjà « ${name} »` }) : ok(name)
}

/** A sentence names candidatures by their numbers. */
function withNumbers({ refusal }: ReturnType<typeof refuse>, money: MoneyOfCall): ReturnType<typeof refuse> {
  const { candidatureIds } = refusal.details
  if (typeof candidatureIds !== 'object') return refuse(refusal.code, refusal.details)
  const numbers = candidatureIds.map((id) => String(money.candidature(id)?.number ?? ''))
  return refuse(refusal.code, { ...refusal.details, numbers })
}
