import { counted } from '#shared/domain/documents/typography.ts'
import type { ImportOutcome } from '#shared/domain/dossier/importOutcome.ts'
import type { TerritoryDirectory } from '#shared/domain/dossier/territory.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { Progress, Transaction, UseCaseContext } from '../ports.ts'
import { duplicatesOf } from './duplicatesOf.ts'
import { errorsInWords } from './findingInWords.ts'
import type { ImportControl, ImportRequest, ReadImportSource } from './importSource.ts'
import { type PlannedCandidature, planImport } from './planImport.ts'

export interface ImportTools {
  readonly readSource: ReadImportSource
  readonly territories: TerritoryDirectory
}

/** Candidatures written between two breaths of the host. */
const sliceSize = 100

/**
 * Imports a source in one act: one line of history, one undo. Cancelled or refused, nothing is left. Likely duplicates
 * arrive flagged and are never merged. Refusals: those of the source, `import.nothing-found`, `file.cancelled`.
 */
export async function runImport(
  context: UseCaseContext,
  tools: ImportTools,
  request: ImportRequest,
  control: ImportControl,
): Promise<Result<ImportOutcome>> {
  const call = loadOrRefuse(context.file, 'call', request.callId)
  if (!call.ok) return call
  const source = await tools.readSource(request, control)
  if (!source.ok) return source
  const planned = planImport(source.value, tools.territories)
  if (planned.length === 0) return refuse('import.nothing-found')
  const duplicates = duplicatesOf(planned, context.file.candidaturesOfCall(request.callId))
  const importId = newId(context)
  const act = {
    actor: context.actor,
    label: `Import de ${counted(planned.length, 'candidature', 'candidatures')}`,
    undoable: true,
  }
  const written = await context.file.transactInSlices(
    act,
    (transaction) => write(transaction, planned),
    control,
  )
  if (!written.ok) return written
  return ok({
    importId,
    imported: planned.length,
    toCheck: planned.filter(
      ({ candidature }, index) => candidature.toCheck.length > 0 || duplicates.plannedIndexes.has(index),
    ).length,
    skipped: source.value.skipped,
    errors: errorsInWords(source.value.candidatures),
    duplicates: duplicates.pairs,
  })

  function* write(
    transaction: Transaction,
    plannedOnes: readonly PlannedCandidature[],
  ): Generator<Progress, Result<null>, void> {
    const numbers = numbersFor(plannedOnes, takenNumbers(transaction, request.callId))
    for (const [index, plan] of plannedOnes.entries()) {
      const dossierId = newId(context)
      const registered = transaction.emit('dossier.register@1', entityOf('dossier', dossierId), plan.dossier)
      if (!registered.ok) return registered
      const isDuplicate = duplicates.plannedIndexes.has(index)
      const submitted = transaction.emit('candidature.submit@1', entityOf('candidature', newId(context)), {
        ...plan.candidature,
        toCheck: isDuplicate ? [...plan.candidature.toCheck, 'duplicate'] : plan.candidature.toCheck,
        dossierId,
        callId: request.callId,
        number: numbers[index] ?? 0,
        importId,
      })
      if (!submitted.ok) return submitted
      if (index % sliceSize === sliceSize - 1) yield { done: index + 1, total: plannedOnes.length }
    }
    return transaction.emit('import.record@1', entityOf('import', importId), {
      callId: request.callId,
      sourceName: source.ok ? source.value.sourceName : '',
      kind: request.kind,
      imported: plannedOnes.length,
      skipped: source.ok ? source.value.skipped : {},
    })
  }
}

const takenNumbers = (transaction: Transaction, callId: string): Set<number> =>
  new Set(transaction.candidaturesOfCall(callId).map(({ candidature }) => candidature.number))

/** The number that the source gives when it is free, else the next free one: marks and paper name candidatures by it. */
function numbersFor(planned: readonly PlannedCandidature[], taken: Set<number>): readonly number[] {
  const wished = planned.map(({ wishedNumber }) => {
    if (wishedNumber === null || wishedNumber === 0 || taken.has(wishedNumber)) return null
    taken.add(wishedNumber)
    return wishedNumber
  })
  let next = 1
  return wished.map((number) => {
    if (number !== null) return number
    while (taken.has(next)) next++
    taken.add(next)
    return next
  })
}
