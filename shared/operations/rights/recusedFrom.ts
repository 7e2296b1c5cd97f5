import type { Draft } from '../authority/draft.ts'
import type { Mandate } from './mandate.ts'

/**
 * Dossiers that are one with this one through duplicates that were reunited, itself included, sorted. A few lookups: as
 * many as there are reunited dossiers.
 */
export function reunitedWith(dossier: string, rows: Pick<Draft, 'row'>): readonly string[] {
  const found = new Set([dossier])
  for (const each of found) for (const link of rows.row('reunion', each)?.links ?? []) found.add(link.dossier)
  return [...found].sort()
}

/** [SY3] Whether a member has a recusal in force on any candidature of this dossier or of those reunited with it. */
export const recusedFrom = (memberId: string, dossier: string, rows: Pick<Draft, 'row'>): boolean =>
  reunitedWith(dossier, rows).some(
    (each) => (rows.row('recusal', `${each}/${memberId}`)?.candidatures.length ?? 0) > 0,
  )

/**
 * [SY3] The members whose recusals bind the person with these mandates (in the order in which they were given): those of the
 * mandates in force, and the last one that any mandate named, since an interest does not end with a mandate. A mandate that
 * names another member puts right one that was given in the name of the wrong one.
 */
export function boundMembers(mandates: readonly Mandate[]): readonly string[] {
  const last = mandates.findLast(({ memberId }) => memberId !== null)
  const bound = mandates.filter((mandate) => !mandate.ended || mandate === last)
  return [...new Set(bound.flatMap(({ memberId }) => memberId ?? []))]
}
