import type { Draft } from '../authority/draft.ts'
import type { Lookups, Rows, Table } from '../authority/rows.ts'
import { isDecidedBy } from '../judge/applyAggregate.ts'

/** [SY20] The rows of now, but rights, and what the room decides by and does not order, as they were when the lease began. */
export function heldView(rows: Draft, lease: string): Lookups {
  return {
    row<T extends Table>(table: T, key: string): Rows[T] | null {
      if (isHeld(table, key)) {
        const held = rows.row('held', `${lease}/${table}/${key}`)
        if (held !== null) return held.change.row as Rows[T] | null
      }
      return rows.row(table, key)
    },
  }
}

const isHeld = (table: Table, key: string): boolean =>
  table === 'device' ||
  table === 'mandates' ||
  (table === 'aggregate' && isDecidedBy(key.slice(0, key.indexOf('/'))))
