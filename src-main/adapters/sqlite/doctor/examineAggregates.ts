import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import { fromCommitted } from '#shared/operations/commitOperation.ts'
import {
  type AggregateState,
  type AggregateStates,
  type Entity,
  entityOf,
  type Operation,
  parseEntity,
} from '#shared/operations/operation.ts'
import { foldHistory } from '../log/foldHistory.ts'
import { aggregateKinds, extractedColumns } from '../store/aggregateTables.ts'
import type { Checked, DoctorSettings } from './examine.ts'

/**
 * Folds the whole log again and compares each aggregate, byte for byte, with what is stored. Several passes over the
 * log, each for a share of the entities, keep the memory bounded on a file of 100 000 candidatures.
 */
export function examineAggregates(settings: DoctorSettings, checked: Checked): string | null {
  const passes = Math.max(1, Math.ceil(checked.operations / operationsPerPass))
  for (let pass = 0; pass < passes; pass++) {
    const finding = examineShare(settings, checked, (entity) => shareOf(entity, passes) === pass)
    if (finding !== null) return finding
  }
  return settings.stores.aggregates.countRows() === checked.aggregates ? null : firstStranger(settings)
}

/** An aggregate of which the log says nothing. */
function firstStranger({ stores }: DoctorSettings): string {
  for (const kind of aggregateKinds)
    for (const id of stores.aggregates.ids(kind)) {
      const entity = entityOf(kind, id)
      if (stores.index.ofEntity(entity, 1).length === 0) return `${named(entity)} manque dans le journal.`
    }
  return 'La base contient plus d’éléments que le journal.'
}

function examineShare(
  { stores }: DoctorSettings,
  checked: Checked,
  isOurs: (entity: Entity) => boolean,
): string | null {
  const folded = new Map<Entity, { version: number; state: AggregateState | null }>()
  for (const { position } of stores.log.walk()) {
    for (const committed of stores.log.decoded(position).body.ops) {
      const operation = fromCommitted(committed)
      if (!isOurs(operation.entity)) continue
      const { version, state } = folded.get(operation.entity) ?? { version: 0, state: null }
      const next = applyOperation(state, operation, (earlier) => stateAt(stores, operation, earlier))
      if (!next.ok) return `${named(operation.entity)} : l’opération en position ${position} n’a pas de sens.`
      folded.set(operation.entity, { version: version + 1, state: next.value })
    }
  }
  for (const [entity, expected] of folded) {
    const stored = stores.aggregates.row(entity)
    const { kind } = parseEntity(entity)
    const text = expected.state === null ? null : canonicalJson(expected.state as unknown as Json)
    if (stored === undefined) return `${named(entity)} manque dans la base alors que le journal en parle.`
    if (stored.version !== expected.version || stored.text !== text)
      return `${named(entity)} (version ${stored.version}) ne correspond pas au journal (version ${expected.version}).`
    const extracted = extractedColumns(kind, expected.state as AggregateStates[typeof kind] | null)
    if (extracted.some((value, rank) => value !== stored.extracted[rank]))
      return `${named(entity)} : les colonnes qui servent aux listes ne correspondent pas au journal.`
    checked.aggregates += 1
  }
  return null
}

function stateAt(
  stores: DoctorSettings['stores'],
  { entity }: Operation,
  version: number,
): AggregateState | null {
  if (version === 0) return null
  const operations = stores.index.ofEntity(entity, version).map(({ committed }) => fromCommitted(committed))
  return foldHistory(operations)[version] ?? null
}

const operationsPerPass = 50_000

/** FNV-1a, only to spread entities over passes. */
function shareOf(entity: Entity, shares: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < entity.length; i++) hash = Math.imul(hash ^ entity.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % shares
}

const frenchKinds: Readonly<Record<keyof AggregateStates, string>> = {
  committee: 'Le comité',
  member: 'Le membre',
  grid: 'La grille',
  call: 'L’appel',
  dossier: 'Le dossier',
  candidature: 'La candidature',
  sheet: 'La fiche d’évaluation',
  recusal: 'Le déport',
  session: 'La séance',
  import: 'L’import',
  document: 'Le document',
}

function named(entity: Entity): string {
  const { kind, id } = parseEntity(entity)
  return `${frenchKinds[kind]} ${id}`
}
