import type { Call } from '#shared/domain/call/call.ts'
import { checkRules } from '#shared/domain/call/checkRules.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf, type OperationData } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { moneyBelowAwards } from './moneyBelowAwards.ts'

/** What may change of a call; of its award terms, some members. */
type CallChanges = Omit<OperationData['call.change@1']['set'], 'rules'> & { readonly rules?: Call['rules'] }

export function openCall(context: UseCaseContext, call: Omit<Call, 'id'>): Result<{ callId: string }> {
  const sameName = context.file.all('call').some((other) => other.name === call.name)
  if (sameName) return refuse('input.invalid', { reason: `un appel s’appelle déjà « ${call.name} »` })
  const sound = checkRulesOf(context.file, call)
  if (!sound.ok) return sound
  const callId = newId(context)
  const act = { actor: context.actor, label: `Appel « ${call.name} »`, undoable: true }
  return context.file.transact(act, (transaction) => {
    const opened = transaction.emit('call.open@1', entityOf('call', callId), call)
    return opened.ok ? ok({ callId }) : opened
  })
}

/**
 * Refuses `grid.locked` when the grid of the call would change although sheets were filed on it: the rules lock at the
 * first filed sheet, and only a new version of the same grid may follow. Refuses `call.rules-invalid` when the envelope,
 * one of its parts or a quota would fall below what the sessions of the call already gave ([UC9]).
 */
export function changeCall(
  context: UseCaseContext,
  input: { callId: string; set: CallChanges },
): Result<null> {
  const loaded = loadOrRefuse(context.file, 'call', input.callId)
  if (!loaded.ok) return loaded
  const sound = checkRulesOf(context.file, { ...loaded.value, ...input.set })
  if (!sound.ok) return sound
  if (input.set.rules !== undefined) {
    const rules = { before: loaded.value.rules, after: input.set.rules }
    const problems = moneyBelowAwards(context.file, input.callId, rules)
    if (problems.length > 0) return refuse('call.rules-invalid', { problems })
  }
  const { gridId } = input.set
  if (gridId !== undefined && gridId !== loaded.value.gridId) {
    const filed = context.file.sheetsOfCall(input.callId).some((sheet) => sheet.status === 'filed')
    const next = gridId === null ? null : (context.file.load('grid', gridId)?.state ?? null)
    if (filed && next?.replaces !== loaded.value.gridId) return refuse('grid.locked')
  }
  return context.file.transact(
    { actor: context.actor, label: `Appel « ${loaded.value.name} »`, undoable: true },
    (transaction) => transaction.emit('call.change@1', entityOf('call', input.callId), { set: input.set }),
  )
}

/** The calls with what a list shows of them: how many candidatures still run, and what they ask. */
export function listCalls(
  reader: Reader,
): readonly { call: Call; candidatures: number; requestedCents: number; gridLabel: string | null }[] {
  return reader.all('call').map((call) => {
    const page = reader.listCandidatures({
      callId: call.id,
      search: '',
      filters: {},
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 1,
    })
    const grid = call.gridId === null ? null : reader.load('grid', call.gridId)
    return {
      call,
      candidatures: page.total,
      requestedCents: page.requestedCentsTotal,
      gridLabel: grid === null ? null : `${grid.state.label} (version ${grid.state.version})`,
    }
  })
}

function checkRulesOf(reader: Reader, call: Pick<Call, 'gridId' | 'rules'>): Result<null> {
  const grid = call.gridId === null ? null : (reader.load('grid', call.gridId)?.state ?? null)
  return checkRules(call.rules, grid)
}
