import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Recusal } from '#shared/domain/committee/committee.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { DuplicatePair } from '#shared/domain/dossier/importPreview.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { duplicatesOfStored } from '../imports/duplicatesOf.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader } from '../ports.ts'

export interface CandidatureView {
  readonly candidature: Candidature
  readonly dossier: Dossier
  readonly callName: string
  readonly recusals: readonly Recusal[]
  readonly duplicates: readonly DuplicatePair[]
}

/** One candidature with its dossier, its recusals, and its likely duplicates while the question is open. */
export function viewCandidature(reader: Reader, input: { candidatureId: string }): Result<CandidatureView> {
  const candidature = loadOrRefuse(reader, 'candidature', input.candidatureId)
  if (!candidature.ok) return candidature
  const dossier = loadOrRefuse(reader, 'dossier', candidature.value.dossierId)
  if (!dossier.ok) return dossier
  const { callId, toCheck } = candidature.value
  return ok({
    candidature: candidature.value,
    dossier: dossier.value,
    callName: reader.load('call', callId)?.state.name ?? '',
    recusals: reader
      .recusalsOfCall(callId)
      .filter(({ candidatureId }) => candidatureId === input.candidatureId),
    duplicates: toCheck.includes('duplicate')
      ? duplicatesOfStored(input.candidatureId, reader.candidaturesOfCall(callId))
      : [],
  })
}
