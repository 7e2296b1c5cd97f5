import { isInForce } from '#shared/domain/committee/committee.ts'
import type { Reader } from '../ports.ts'

/** What a member must not know of (P2). */
export interface Hidden {
  readonly candidatureIds: ReadonlySet<string>
  readonly dossierIds: ReadonlySet<string>
}

/**
 * The candidatures that the member is recused from, in force, and whatever is the same project: their dossier, its other
 * candidatures, the duplicates reunited with them.
 */
export function hiddenFrom(reader: Reader, memberId: string): Hidden {
  const calls = reader.all('call')
  const candidatureIds = new Set(
    calls.flatMap(({ id }) =>
      reader
        .recusalsOfCall(id)
        .filter((recusal) => recusal.memberId === memberId && isInForce(recusal))
        .map((recusal) => recusal.candidatureId),
    ),
  )
  const dossierIds = new Set<string>()
  if (candidatureIds.size === 0) return { candidatureIds, dossierIds }
  const candidatures = calls.flatMap(({ id }) =>
    reader.candidaturesOfCall(id).map(({ candidature }) => candidature),
  )
  for (let grows = true; grows; ) {
    const before = candidatureIds.size + dossierIds.size
    for (const { id, dossierId, mergedInto } of candidatures) {
      const reunited = mergedInto !== null && candidatureIds.has(mergedInto)
      if (!candidatureIds.has(id) && !dossierIds.has(dossierId) && !reunited) continue
      candidatureIds.add(id)
      dossierIds.add(dossierId)
      if (mergedInto !== null) candidatureIds.add(mergedInto)
    }
    grows = candidatureIds.size + dossierIds.size > before
  }
  return { candidatureIds, dossierIds }
}
