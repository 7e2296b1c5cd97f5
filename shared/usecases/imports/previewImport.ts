import type { ImportPreview } from '#shared/domain/dossier/importPreview.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import { duplicatesOf } from './duplicatesOf.ts'
import { errorsInWords } from './findingInWords.ts'
import type { ImportControl, ImportRequest } from './importSource.ts'
import { planImport } from './planImport.ts'
import type { ImportTools } from './runImport.ts'

/** Lines shown of a preview. */
const shownLines = 200

/**
 * What `runImport` would bring, line by line; writes nothing. The call need not be open yet: one looks first, and the
 * terminal opens the call with the import.
 */
export async function previewImport(
  context: UseCaseContext,
  tools: ImportTools,
  request: ImportRequest,
  control: ImportControl,
): Promise<Result<ImportPreview>> {
  const source = await tools.readSource(request, control)
  if (!source.ok) return source
  const planned = planImport(source.value, tools.territories)
  const duplicates = duplicatesOf(planned, context.file.candidaturesOfCall(request.callId))
  const { sourceName, kind, mapping, encoding, delimiter, skipped, candidatures } = source.value
  const flagsOf = (index: number): readonly string[] => {
    const flags = planned[index]?.candidature.toCheck ?? []
    return duplicates.plannedIndexes.has(index) ? [...flags, 'duplicate'] : flags
  }
  return ok({
    sourceName,
    kind,
    mapping,
    encoding,
    delimiter,
    lines: planned.slice(0, shownLines).map((plan, index) => ({
      line: plan.line,
      applicant: plan.dossier.applicant.name,
      matchedTerritory: plan.matchedTerritory,
      title: plan.dossier.title,
      department: plan.dossier.applicant.department?.code ?? '',
      requestedCents: plan.candidature.requestedCents,
      amountAsWritten: plan.candidature.amountAsWritten,
      flags: flagsOf(index),
    })),
    total: candidatures.length,
    toImport: planned.length,
    toCheck: planned.filter((_, index) => flagsOf(index).length > 0).length,
    errors: errorsInWords(candidatures),
    skipped,
    duplicates: duplicates.pairs,
  })
}
