import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Draft } from '../authority/draft.ts'
import { derivedRows } from '../judge/derivedRows.ts'
import { dossierOf } from '../scopes/scopeOf.ts'

/**
 * What duplicates close together [SY3], of states that were given in any order: a candidature may name one that came after it. Those
 * that are known to be together are left as they are.
 */
export function reuniteTaken(rows: Draft, entities: Iterable<string>): void {
  for (const entity of entities) {
    if (!entity.startsWith('candidature/')) continue
    const state = (rows.row('aggregate', entity)?.state ?? null) as Candidature | null
    if (state?.mergedInto == null) continue
    const own = dossierOf(state.id, rows)
    const isTogether = rows
      .row('reunion', own ?? '')
      ?.links.some(({ candidature }) => candidature === state.id)
    if (isTogether !== true) derivedRows(rows, entity, { ...state, mergedInto: null }, state)
  }
}
