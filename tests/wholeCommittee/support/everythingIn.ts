import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import { tables } from '#shared/operations/authority/tables.ts'

/** Every row of every table of a copy as text, the bytes of bodies included: what somebody who opens the disk could read. */
export const everythingIn = (store: RowStore): string =>
  tables
    .flatMap((table) => [...store.scan(table)].map(([key, row]) => `${table} ${key} ${readable(row)}`))
    .join('\n')

const readable = (row: unknown): string =>
  JSON.stringify(row, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  )
