import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { recusalId } from '#shared/domain/committee/committee.ts'
import { callBuckets } from '#shared/operations/authority/candidaturesOfCall.ts'
import type { Draft } from '#shared/operations/authority/draft.ts'
import { type AggregateKind, type AggregateStates, entityOf } from '#shared/operations/operation.ts'
import type { CallReader } from './ports.ts'

/**
 * The rows of an authority or of a replica, read as the file of the committee is read: the same lists in the same order,
 * by number then by identifier, so that what is computed from either is the same.
 */
export function rowsReader(rows: Pick<Draft, 'row'>): CallReader {
  const stateOf = <K extends AggregateKind>(kind: K, id: string): AggregateStates[K] | null =>
    // The kind in the key fixes the type of the state.
    (rows.row('aggregate', entityOf(kind, id))?.state ?? null) as AggregateStates[K] | null
  const found = <K extends AggregateKind>(kind: K, id: string): readonly AggregateStates[K][] => {
    const state = stateOf(kind, id)
    return state === null ? [] : [state]
  }
  const listed = (key: string): readonly string[] => rows.row('index', key)?.ids ?? []
  const candidaturesOf = (callId: string): readonly Candidature[] =>
    callBuckets(callId)
      .flatMap(listed)
      .flatMap((id) => found('candidature', id))
      .filter((candidature) => candidature.callId === callId)
      .sort(byNumber)
  return {
    load: (kind, id) => {
      const row = rows.row('aggregate', entityOf(kind, id))
      const state = stateOf(kind, id)
      return row === null || state === null ? null : { version: row.version, state }
    },
    all: (kind) => (indexOf[kind] === null ? [] : listed(indexOf[kind]).flatMap((id) => found(kind, id))),
    candidaturesOfCall: (callId) =>
      candidaturesOf(callId).flatMap((candidature) =>
        found('dossier', candidature.dossierId).map((dossier) => ({ candidature, dossier })),
      ),
    sheetsOfCall: (callId) =>
      candidaturesOf(callId).flatMap(({ id }) =>
        listed(`sheets/${id}`).flatMap((evaluator) => found('sheet', `${id}/${evaluator}`)),
      ),
    recusalsOfCall: (callId) =>
      candidaturesOf(callId).flatMap(({ id }) =>
        listed(`recusals/${id}`).flatMap((member) => found('recusal', recusalId(id, member))),
      ),
  }
}

type Listed = Parameters<CallReader['all']>[0]

/** Where the identifiers of a kind are kept; null: no authority lists them, none of its rules reads them. */
const indexOf: Readonly<Record<Listed, string | null>> = {
  committee: 'committee',
  member: 'members',
  call: 'calls',
  grid: 'grids',
  session: 'sessions',
  scenario: 'scenarios',
  import: null,
  document: null,
  issuer: null,
  template: null,
}

function byNumber(one: Candidature, other: Candidature): number {
  if (one.number !== other.number) return one.number - other.number
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
