import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Applicant } from '#shared/domain/dossier/dossier.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf, type OperationData } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { UseCaseContext } from '../ports.ts'
import { carryRecusals } from './carryRecusals.ts'
import { refuseIfFrozen } from './refuseIfFrozen.ts'

const unmatched = {
  kind: 'unknown',
  territoryCode: null,
  siren: null,
  siret: null,
  population: null,
  department: null,
} as const satisfies Omit<Applicant, 'name'>

/** A candidature typed by hand: a new dossier, submitted to the call under the next number. */
export function addCandidature(
  context: UseCaseContext,
  input: { callId: string; applicantName: string; title: string },
): Result<{ candidatureId: string }> {
  const call = loadOrRefuse(context.file, 'call', input.callId)
  if (!call.ok) return call
  const dossierId = newId(context)
  const candidatureId = newId(context)
  const act = { actor: context.actor, label: `Candidature de ${input.applicantName}`, undoable: true }
  return context.file.transact(act, (transaction) => {
    const registered = transaction.emit('dossier.register@1', entityOf('dossier', dossierId), {
      title: input.title,
      applicant: { name: input.applicantName, ...unmatched },
      description: '',
      objectives: '',
      annexes: [],
      source: '',
    })
    if (!registered.ok) return registered
    const submitted = transaction.emit('candidature.submit@1', entityOf('candidature', candidatureId), {
      dossierId,
      callId: input.callId,
      number: transaction.lastCandidatureNumber(input.callId) + 1,
      requestedCents: null,
      eligibleBaseCents: null,
      taxBasis: null,
      amountAsWritten: '',
      completeOn: null,
      toCheck: ['amount', 'territory'],
      importId: null,
    })
    return submitted.ok ? ok({ candidatureId }) : submitted
  })
}

/** Refuses `session.closed` when a closed session already decided on it. */
export function changeCandidature(
  context: UseCaseContext,
  input: { candidatureId: string; set: Partial<Omit<Candidature, 'id' | 'dossierId' | 'callId' | 'number'>> },
): Result<null> {
  const loaded = loadOrRefuse(context.file, 'candidature', input.candidatureId)
  if (!loaded.ok) return loaded
  const frozen = refuseIfFrozen(context, [input.candidatureId])
  if (!frozen.ok) return frozen
  return context.file.transact(
    { actor: context.actor, label: `Candidature n° ${loaded.value.number}`, undoable: true },
    (transaction) =>
      transaction.emit('candidature.change@1', entityOf('candidature', input.candidatureId), {
        set: input.set,
      }),
  )
}

/** Minutes already closed keep what they said: their facts are copies. */
export function changeDossier(
  context: UseCaseContext,
  input: { dossierId: string } & OperationData['dossier.change@1'],
): Result<null> {
  const loaded = loadOrRefuse(context.file, 'dossier', input.dossierId)
  if (!loaded.ok) return loaded
  return context.file.transact(
    { actor: context.actor, label: `Dossier « ${loaded.value.title} »`, undoable: true },
    (transaction) =>
      transaction.emit('dossier.change@1', entityOf('dossier', input.dossierId), { set: input.set }),
  )
}

/** One of two likely duplicates is set aside for the other. It stays in the file, outside every list and result. */
export function mergeCandidatures(
  context: UseCaseContext,
  input: { keepId: string; mergeId: string },
): Result<null> {
  const kept = loadOrRefuse(context.file, 'candidature', input.keepId)
  if (!kept.ok) return kept
  const merged = loadOrRefuse(context.file, 'candidature', input.mergeId)
  if (!merged.ok) return merged
  if (input.keepId === input.mergeId || kept.value.callId !== merged.value.callId) {
    return refuse('input.invalid', {
      reason: 'on ne réunit que deux candidatures différentes d’un même appel',
    })
  }
  const frozen = refuseIfFrozen(context, [input.keepId, input.mergeId])
  if (!frozen.ok) return frozen
  const label = `Réunion des candidatures n° ${kept.value.number} et n° ${merged.value.number}`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) => {
    const setAside = transaction.emit('candidature.change@1', entityOf('candidature', input.mergeId), {
      set: { mergedInto: input.keepId },
    })
    if (!setAside.ok) return setAside
    const carried = carryRecusals(transaction, kept.value, input.mergeId)
    if (!carried.ok) return carried
    return transaction.emit('candidature.change@1', entityOf('candidature', input.keepId), {
      set: { toCheck: kept.value.toCheck.filter((flag) => flag !== 'duplicate') },
    })
  })
}
