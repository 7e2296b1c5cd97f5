import type { Aggregate } from '../authority/aggregate.ts'
import type { SignedCheckpoint } from '../authority/checkpoint.ts'
import type { LogRecord } from '../authority/records.ts'
import type { RowChange } from '../authority/rows.ts'
import { tables } from '../authority/tables.ts'
import type { LogPosition } from '../commit.ts'
import type { FedRow, Grant } from '../feed/feed.ts'
import type { Lease } from '../lease/lease.ts'
import { type Mandate, roles } from '../rights/mandate.ts'
import {
  count,
  exactly,
  flag,
  list,
  named,
  nullable,
  oneOf,
  record,
  type Shape,
  text,
} from '../schema/shape.ts'
import type { WholeCommit } from '../wire/wireFrame.ts'
import { maxPartBytes } from '../wire/wireLimits.ts'

/** The forms of what goes in parcels: whatever has another is refused before anything looks at it [EX2]. */

export const bytes: Shape<Uint8Array> = ((value: unknown) => value instanceof Uint8Array) as Shape<Uint8Array>
export const bytesOf = (length: number): Shape<Uint8Array> =>
  ((value: unknown) => value instanceof Uint8Array && value.length === length) as Shape<Uint8Array>
export const someBytes = ((value: unknown) =>
  value instanceof Uint8Array && value.length > 0 && value.length <= maxPartBytes) as Shape<Uint8Array>
const plainObject = ((value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array)) as Shape<never>

export const wholeCommit: Shape<WholeCommit> = exactly<WholeCommit>({
  header: someBytes,
  body: someBytes,
  signature: bytesOf(64),
})

export const mandate: Shape<Mandate> = exactly<Mandate>({
  id: named,
  user: named,
  role: oneOf(...roles),
  memberId: nullable(named),
  dossiers: list(named),
  ended: flag,
})

const guard = exactly<Aggregate['guards'][string]>({ version: count(), dev: text })
/** States are those of an authority that one follows: their inside is its word [SY37]. */
const aggregate: Shape<Aggregate> = exactly<Aggregate>({
  version: count(),
  state: nullable(plainObject),
  guards: record(guard),
  run: exactly<Aggregate['run']>({ dev: text, since: count() }),
})

export const fedRow: Shape<FedRow> = exactly<FedRow>({
  entity: named,
  aggregate,
  g: count(),
  basis: nullable(exactly<NonNullable<FedRow['basis']>>({ log: text, epoch: count(), g: count() })),
})

export const grant: Shape<Grant> = exactly<Grant>({ root: named, rows: list(fedRow) })

export const signedCheckpoint: Shape<SignedCheckpoint> = exactly<SignedCheckpoint>({
  checkpoint: exactly<SignedCheckpoint['checkpoint']>({
    log: named,
    epoch: count(),
    g: count(),
    r: named,
    at: count(),
  }),
  signature: bytesOf(64),
})

export const logRecord: Shape<LogRecord> = exactly<LogRecord>({
  log: named,
  epoch: count(),
  g: count(),
  r: bytesOf(32),
})

export const logPosition: Shape<LogPosition> = exactly<LogPosition>({ g: count(), r: named })

export const lease: Shape<Lease> = exactly<Lease>({
  id: named,
  session: named,
  dossiers: list(named),
  hub: named,
  successors: list(named),
  g: count(),
  from: count(),
  to: count(),
  emergency: flag,
  standing: oneOf('open', 'returned', 'voided', 'set-apart'),
  endedG: nullable(count()),
})

/** A row of a seed: of a table that there is; its inside is the word of the centre. */
export const rowChange: Shape<RowChange> = ((value: unknown) => {
  if (!plainObject(value)) return false
  const { table, key, row, ...more } = value as Record<string, unknown>
  return (
    (tables as readonly unknown[]).includes(table) &&
    typeof key === 'string' &&
    plainObject(row) &&
    Object.keys(more).length === 0
  )
}) as Shape<RowChange>
