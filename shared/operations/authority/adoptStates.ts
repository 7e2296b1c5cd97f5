import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { foundState } from '../audit/foundState.ts'
import { derivedRows } from '../judge/derivedRows.ts'
import { isAggregateKind } from '../judge/isEntityOf.ts'
import type { AggregateState } from '../operation.ts'
import { type Draft, openDraft } from './draft.ts'
import type { Lookups, Needs, RowChange } from './rows.ts'

/** An aggregate of a file that no authority ordered yet. */
export interface FileState {
  readonly entity: string
  readonly version: number
  readonly state: AggregateState | null
}

/**
 * [SY32] The rows with which a centre goes on from a file: each aggregate as it is, at the version that it has, and all that
 * follows from it (who is recused, what is revealed, what is frozen), and what an auditor judges by [SY61]. Their history stays in the file: nobody takes anything
 * back behind this place. The heads of the chains of its devices are for the caller to add (`chain`).
 * @param dev device that brings the file: what it holds counts as written by it.
 */
export function adoptStates(states: Iterable<FileState>, dev: string): readonly RowChange[] {
  const rows = openDraft({ row: () => null })
  const inOrder = inAdoptionOrder(states)
  adopt(rows, inOrder, dev)
  reunite(
    rows,
    inOrder.filter(isReunited).map(({ entity }) => entity),
  )
  return rows.changes()
}

/**
 * The same, a part at a time, for a file that does not fit in memory at once: `states` of this part, in the order of
 * {@link inAdoptionOrder} over all parts; then {@link reuniteAdopted} once.
 */
export function adoptPart(
  view: Lookups,
  states: readonly FileState[],
  dev: string,
): { readonly changes: readonly RowChange[] } | Needs {
  const rows = openDraft(view)
  adopt(rows, states, dev)
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes() }
}

/** What duplicates close together: a candidature may name one that came after it, so this is the last step. */
export function reuniteAdopted(
  view: Lookups,
  candidatures: readonly string[],
): { readonly changes: readonly RowChange[] } | Needs {
  const rows = openDraft(view)
  reunite(rows, candidatures)
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes() }
}

/** A dossier is known by its candidatures before anything is said of them. */
export const inAdoptionOrder = (states: Iterable<FileState>): readonly FileState[] =>
  [...states].sort((one, other) => adoptionRank(one.entity) - adoptionRank(other.entity))

/** Dossiers, then candidatures, then the rest: 0, 1, 2. */
export const adoptionRank = (entity: string): number => {
  const place = ['dossier/', 'candidature/'].findIndex((kind) => entity.startsWith(kind))
  return place < 0 ? 2 : place
}

/** A line of a file that is brought, read; undefined when it is none. */
export function readFileState(line: Json): FileState | undefined {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return undefined
  const { entity, version, state, ...more } = line as { readonly [key: string]: Json | undefined }
  if (typeof entity !== 'string' || !Number.isSafeInteger(version) || (version as number) < 1)
    return undefined
  if (
    Object.keys(more).length > 0 ||
    state === undefined ||
    typeof state !== 'object' ||
    Array.isArray(state)
  )
    return undefined
  const slash = entity.indexOf('/')
  if (slash < 0 || slash === entity.length - 1 || !isAggregateKind(entity.slice(0, slash))) return undefined
  return { entity, version: version as number, state: state as unknown as AggregateState | null }
}

/** Whether it is a candidature that names another it is a duplicate of. */
export const isReunited = ({ entity, state }: FileState): boolean =>
  entity.startsWith('candidature/') && (state as Candidature | null)?.mergedInto != null

function adopt(rows: Draft, states: readonly FileState[], dev: string): void {
  for (const { entity, version, state } of states) {
    const aggregate = { version, state, guards: {}, run: { dev, since: version + 1 } }
    rows.put('aggregate', entity, aggregate)
    rows.put('base', entity, aggregate)
    const found = state && foundState(entity, state)
    if (found !== null) rows.put('founded', entity, found)
    derivedRows(rows, entity, null, isReunited({ entity, version, state }) ? unmerged(state) : state)
  }
}

function reunite(rows: Draft, candidatures: readonly string[]): void {
  for (const entity of candidatures) {
    const state = rows.row('aggregate', entity)?.state ?? null
    derivedRows(rows, entity, unmerged(state), state)
  }
}

const unmerged = (state: AggregateState | null): AggregateState | null =>
  state && ({ ...state, mergedInto: null } as AggregateState)
