import type { Draft } from '../authority/draft.ts'
import type { RowChange, Rows } from '../authority/rows.ts'
import type { EnrolledDevice } from '../control/enrolledDevice.ts'

/** What a lease keeps as it was: who may do what, and what its room decides by without ordering it. */
export type HeldTable = 'device' | 'mandates' | 'aggregate'

/** [SY35] Before a row changes: keeps it as it was beside every open lease, once. `own`: the lease that orders it itself. */
export function holdUnderLeases(rows: Draft, table: HeldTable, key: string, own: string | null = null): void {
  for (const lease of rows.row('index', 'leases')?.ids ?? []) {
    if (lease === own) continue
    const place = `${lease}/${table}/${key}`
    if (rows.row('held', place) === null)
      // The table fixes the type of the row; a union of changes cannot be built from a type parameter.
      rows.put('held', place, { change: { table, key, row: rows.row(table, key) } as RowChange })
  }
}

export function putDevice(rows: Draft, device: EnrolledDevice): void {
  holdUnderLeases(rows, 'device', device.id)
  rows.put('device', device.id, device)
}

export function putMandates(rows: Draft, user: string, list: Rows['mandates']['list']): void {
  holdUnderLeases(rows, 'mandates', user)
  rows.put('mandates', user, { list })
}
