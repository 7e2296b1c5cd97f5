import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { type AggregateStates, type Entity, entityOf, parseEntity } from '#shared/operations/operation.ts'
import { foldLog } from '../log/foldLog.ts'
import { aggregateKinds, extractedColumns } from '../store/aggregateTables.ts'
import type { Checked, DoctorSettings } from './examine.ts'

/** Folds the whole log again and compares each aggregate, byte for byte, with what is stored. */
export function examineAggregates(settings: DoctorSettings, checked: Checked): string | null {
  const { stores } = settings
  for (const folded of foldLog(stores, checked.operations)) {
    const { entity } = folded
    if (folded.kind === 'senseless')
      return `${named(entity)} : l’opération en position ${folded.position} n’a pas de sens.`
    const stored = stores.aggregates.row(entity)
    const { kind } = parseEntity(entity)
    const text = folded.state === null ? null : canonicalJson(folded.state as unknown as Json)
    if (stored === undefined) return `${named(entity)} manque dans la base alors que le journal en parle.`
    if (stored.version !== folded.version || stored.text !== text)
      return `${named(entity)} (version ${stored.version}) ne correspond pas au journal (version ${folded.version}).`
    const extracted = extractedColumns(kind, folded.state as AggregateStates[typeof kind] | null)
    if (extracted.some((value, rank) => value !== stored.extracted[rank]))
      return `${named(entity)} : les colonnes qui servent aux listes ne correspondent pas au journal.`
    checked.aggregates += 1
  }
  return stores.aggregates.countRows() === checked.aggregates ? null : firstStranger(settings)
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
  scenario: 'Le scénario',
  import: 'L’import',
  document: 'Le document',
  issuer: 'L’autorité',
  instruction: 'L’instruction de la candidature',
  template: 'Le modèle',
}

export function named(entity: Entity): string {
  const { kind, id } = parseEntity(entity)
  return `${frenchKinds[kind]} ${id}`
}
