import type { Lookups } from '#shared/operations/authority/rows.ts'
import type { WorldOf } from './worldOf.ts'

/** The rows on which a laptop seals. B11: what can be read in part can be written on. */
export const sealedOn = (store: Lookups, { bug }: WorldOf): Lookups =>
  bug === 'B11' ? { row: (table, key) => (table === 'readOnly' ? null : store.row(table, key)) } : store
