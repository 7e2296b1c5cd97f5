import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import {
  type AggregateKind,
  type AggregateStates,
  type Entity,
  parseEntity,
} from '#shared/operations/operation.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { undoers } from '#shared/operations/rights/writers.ts'
import type { Reader, Versioned } from '#shared/usecases/ports.ts'

type Known<K extends AggregateKind> = Versioned<AggregateStates[K]>
export type ShownStates = Pick<
  Reader,
  | 'load'
  | 'all'
  | 'candidaturesOfCall'
  | 'sheetsOfCall'
  | 'recusalsOfCall'
  | 'listCandidatures'
  | 'lastCandidatureNumber'
  | 'candidatureNumbered'
  | 'counts'
> & {
  set(entity: Entity, shown: Versioned<AggregateStates[AggregateKind]> | null): void
  /** Reads again from the copy: these entities, or all of them. */
  refresh(entities?: readonly string[]): void
}

/** What a replica in memory shows, as the file of the committee lists it. */
export function shownFile(store: RowStore): ShownStates {
  const kinds = Object.keys(undoers) as AggregateKind[]
  const known = new Map<AggregateKind, Map<string, Known<AggregateKind>>>(
    kinds.map((kind) => [kind, new Map()]),
  )
  const of = <K extends AggregateKind>(kind: K) => known.get(kind) as unknown as Map<string, Known<K>>
  const sorted = <K extends AggregateKind>(kind: K): readonly AggregateStates[K][] =>
    [...of(kind)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { state }]) => state)
  const set: ShownStates['set'] = (entity, shown) => {
    const { kind, id } = parseEntity(entity)
    if (shown === null) of(kind).delete(id)
    else of(kind).set(id, shown)
  }
  const read = (entity: Entity): void => {
    const { version, state } = shownState(store, entity)
    set(entity, state === null ? null : { version, state })
  }
  const candidatures = (callId: string): readonly Candidature[] =>
    sorted('candidature')
      .filter((each) => each.callId === callId)
      .sort((a, b) => a.number - b.number)
  const dossierOf = ({ dossierId }: Candidature) => of('dossier').get(dossierId)?.state
  return {
    set,
    refresh: (entities) => {
      if (entities === undefined) for (const kind of kinds) of(kind).clear()
      const all = entities ?? [
        ...[...store.scan('aggregate')].map(([entity]) => entity),
        ...[...store.scan('pendingOn')].map(([entity]) => entity),
      ]
      for (const entity of all) if (Object.hasOwn(undoers, entity.split('/')[0] ?? '')) read(entity as Entity)
    },
    load: (kind, id) => of(kind).get(id) ?? null,
    all: (kind) => sorted(kind),
    candidaturesOfCall: (callId) =>
      candidatures(callId).flatMap((candidature) => {
        const dossier = dossierOf(candidature)
        return dossier === undefined ? [] : [{ candidature, dossier }]
      }),
    sheetsOfCall: (callId) => ofPairs('sheet', callId),
    recusalsOfCall: (callId) => ofPairs('recusal', callId),
    // By number: no test asks for another order.
    listCandidatures: ({ callId, offset, limit, without = [] }) => {
      const all = sorted('candidature')
        .filter((each) => callId === null || each.callId === callId)
        .filter(({ id }) => !without.includes(id))
        .sort((a, b) => a.number - b.number)
      return {
        rows: all.slice(offset, offset + limit).map((candidature) => ({
          ...candidature,
          applicant: dossierOf(candidature)?.applicant.name ?? '',
          title: dossierOf(candidature)?.title ?? '',
          department: dossierOf(candidature)?.applicant.department?.code ?? '',
        })),
        total: all.length,
        requestedCentsTotal: all.reduce((sum, { requestedCents }) => sum + (requestedCents ?? 0), 0),
        departments: [],
      }
    },
    lastCandidatureNumber: (callId) => Math.max(0, ...candidatures(callId).map(({ number }) => number)),
    candidatureNumbered: (callId, number) =>
      candidatures(callId).find((candidature) => candidature.number === number)?.id ?? null,
    counts: () =>
      Object.fromEntries(kinds.map((kind) => [kind, of(kind).size])) as Record<AggregateKind, number>,
  }

  function ofPairs<K extends 'sheet' | 'recusal'>(kind: K, callId: string): readonly AggregateStates[K][] {
    const numbers = new Map(candidatures(callId).map(({ id, number }) => [id, number]))
    return sorted(kind)
      .filter(({ candidatureId }) => numbers.has(candidatureId))
      .sort((a, b) => (numbers.get(a.candidatureId) ?? 0) - (numbers.get(b.candidatureId) ?? 0))
  }
}
