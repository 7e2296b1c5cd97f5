import { derivedRows } from '../judge/derivedRows.ts'
import type { AggregateState } from '../operation.ts'
import { openDraft } from './draft.ts'
import type { RowChange } from './rows.ts'

/** An aggregate of a file that no authority ordered yet. */
export interface FileState {
  readonly entity: string
  readonly version: number
  readonly state: AggregateState | null
}

/**
 * [SY32] The rows with which a centre goes on from a file: each aggregate as it is, at the version that it has, and all that
 * follows from it (who is recused, what is revealed, what is frozen). Their history stays in the file: nobody takes anything
 * back behind this place. The heads of the chains of its devices are for the caller to add (`chain`).
 * @param dev device that brings the file: what it holds counts as written by it.
 */
export function adoptStates(states: Iterable<FileState>, dev: string): readonly RowChange[] {
  const rows = openDraft({ row: () => null })
  // A dossier is known by its candidatures before anything is said of them.
  const inOrder = [...states].sort((a, b) => rank(a.entity) - rank(b.entity))
  for (const { entity, version, state } of inOrder) {
    const aggregate = { version, state, guards: {}, run: { dev, since: version + 1 } }
    rows.put('aggregate', entity, aggregate)
    rows.put('base', entity, aggregate)
    derivedRows(rows, entity, null, state)
  }
  // A duplicate may name a candidature that came after it.
  for (const { entity, state } of inOrder)
    if (entity.startsWith('candidature/') && state !== null) derivedRows(rows, entity, unmerged(state), state)
  return rows.changes()
}

const rank = (entity: string): number => {
  const place = ['dossier/', 'candidature/'].findIndex((kind) => entity.startsWith(kind))
  return place < 0 ? 2 : place
}

const unmerged = (state: AggregateState): AggregateState => ({ ...state, mergedInto: null }) as AggregateState
