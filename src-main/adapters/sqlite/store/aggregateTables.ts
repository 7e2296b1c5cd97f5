import type { AggregateKind, AggregateStates } from '#shared/operations/operation.ts'

/** Where the aggregates of a kind lie, and what is taken out of their state for indexes. */
export interface AggregateTable<K extends AggregateKind> {
  readonly table: string
  readonly columns: { readonly [column: string]: (state: AggregateStates[K]) => string | number }
}

export const aggregateTables: { readonly [K in AggregateKind]: AggregateTable<K> } = {
  committee: { table: 'committees', columns: {} },
  member: { table: 'members', columns: {} },
  grid: { table: 'grids', columns: {} },
  call: { table: 'calls', columns: {} },
  dossier: { table: 'dossiers', columns: {} },
  candidature: {
    table: 'candidatures',
    columns: {
      call_id: (candidature) => candidature.callId,
      dossier_id: (candidature) => candidature.dossierId,
      number: (candidature) => candidature.number,
    },
  },
  sheet: { table: 'sheets', columns: { candidature_id: (sheet) => sheet.candidatureId } },
  recusal: { table: 'recusals', columns: { candidature_id: (recusal) => recusal.candidatureId } },
  session: { table: 'sessions', columns: {} },
  scenario: { table: 'scenarios', columns: {} },
  import: { table: 'imports', columns: {} },
  document: { table: 'documents', columns: {} },
  issuer: { table: 'issuers', columns: {} },
  instruction: { table: 'instructions', columns: {} },
  template: { table: 'templates', columns: {} },
}

export const aggregateKinds = Object.keys(aggregateTables) as readonly AggregateKind[]

/** The values of the extracted columns, in the order of the description; all NULL for an aggregate that is no more. */
export function extractedColumns<K extends AggregateKind>(
  kind: K,
  state: AggregateStates[K] | null,
): readonly (string | number | null)[] {
  const table: AggregateTable<K> = aggregateTables[kind]
  return Object.values(table.columns).map((extract) => (state === null ? null : extract(state)))
}
