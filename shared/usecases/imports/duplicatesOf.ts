import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { DuplicatePair } from '#shared/domain/dossier/importPreview.ts'
import { type DuplicateCandidate, likelyDuplicates } from '#shared/domain/dossier/likelyDuplicates.ts'
import type { PlannedCandidature } from './planImport.ts'

interface Stored {
  readonly candidature: Candidature
  readonly dossier: Dossier
}

/** Pairs in which at least one comes with this import, and which planned ones are concerned. */
export function duplicatesOf(
  planned: readonly PlannedCandidature[],
  stored: readonly Stored[],
): { readonly pairs: readonly DuplicatePair[]; readonly plannedIndexes: ReadonlySet<number> } {
  const arriving = planned.map((plan, index) =>
    candidateOf(`planned/${index}`, plan.dossier, plan.candidature.amountAsWritten),
  )
  const there = stored
    .filter(({ candidature }) => candidature.mergedInto === null)
    .map(({ candidature, dossier }) => candidateOf(candidature.id, dossier, candidature.amountAsWritten))
  const found = likelyDuplicates([...there, ...arriving]).filter(
    ({ first, second }) => indexOf(first) !== null || indexOf(second) !== null,
  )
  const end = (id: string): DuplicatePair['first'] => {
    const index = indexOf(id)
    const plan = index === null ? undefined : planned[index]
    if (plan) return { label: plan.dossier.title, line: plan.line, candidatureId: null }
    const known = stored.find(({ candidature }) => candidature.id === id)
    return { label: known?.dossier.title ?? '', line: null, candidatureId: id }
  }
  return {
    pairs: found.map(({ first, second, differences }) => ({
      first: end(first),
      second: end(second),
      differences,
    })),
    plannedIndexes: new Set(
      found.flatMap(({ first, second }) => [indexOf(first), indexOf(second)].filter((i) => i !== null)),
    ),
  }
}

/** Pairs among what a call already holds, one of them being `candidatureId`. */
export function duplicatesOfStored(
  candidatureId: string,
  stored: readonly Stored[],
): readonly DuplicatePair[] {
  const running = stored.filter(({ candidature }) => candidature.mergedInto === null)
  const labelOf = (id: string): DuplicatePair['first'] => {
    const known = running.find(({ candidature }) => candidature.id === id)
    const number = known ? `n° ${known.candidature.number} – ${known.dossier.title}` : ''
    return { label: number, line: null, candidatureId: id }
  }
  return likelyDuplicates(
    running.map(({ candidature, dossier }) =>
      candidateOf(candidature.id, dossier, candidature.amountAsWritten),
    ),
  )
    .filter(({ first, second }) => first === candidatureId || second === candidatureId)
    .map(({ first, second, differences }) => ({
      first: labelOf(first),
      second: labelOf(second),
      differences,
    }))
}

const indexOf = (id: string): number | null =>
  id.startsWith('planned/') ? Number(id.slice('planned/'.length)) : null

const candidateOf = (
  key: string,
  { title, applicant, description, objectives }: Omit<Dossier, 'id'>,
  amountAsWritten: string,
): DuplicateCandidate => ({
  key,
  applicantName: applicant.name,
  territory: applicant.territoryCode === null ? null : `${applicant.kind}:${applicant.territoryCode}`,
  title,
  fields: {
    Intitulé: title,
    Demandeur: applicant.name,
    'Montant demandé': amountAsWritten,
    Description: description,
    Objectifs: objectives,
  },
})
