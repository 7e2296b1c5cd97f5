import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import type { LogPlace } from './logHeads.ts'

/** What the accepted operations of a log made of one entity. */
export interface StoredAggregate {
  /** `<kind>/<id>`. */
  readonly entity: string
  readonly scope: string
  readonly version: number
  /** The entry that changed it last. */
  readonly g: number
  /** JSON. */
  readonly state: string
}

export async function putAggregate(
  writer: SqlWriter,
  { organisation, log }: LogPlace,
  aggregate: StoredAggregate,
): Promise<void> {
  await writer.run(
    `INSERT INTO aggregates (organisation, log, entity, scope, version, g, state) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (organisation, log, entity) DO UPDATE
     SET scope = excluded.scope, version = excluded.version, g = excluded.g, state = excluded.state`,
    organisation,
    log,
    aggregate.entity,
    aggregate.scope,
    aggregate.version,
    aggregate.g,
    aggregate.state,
  )
}

export async function readAggregate(
  reader: SqlReader,
  { organisation, log }: LogPlace,
  entity: string,
): Promise<StoredAggregate | null> {
  return reader.one<StoredAggregate>(
    `SELECT ${columns} FROM aggregates WHERE organisation = ? AND log = ? AND entity = ?`,
    organisation,
    log,
    entity,
  )
}

/** Those of one scope, in the order of their names. */
export async function aggregatesOfScope(
  reader: SqlReader,
  { organisation, log }: LogPlace,
  scope: string,
): Promise<readonly StoredAggregate[]> {
  return reader.all<StoredAggregate>(
    `SELECT ${columns} FROM aggregates WHERE organisation = ? AND log = ? AND scope = ? ORDER BY entity`,
    organisation,
    log,
    scope,
  )
}

/** All of them from one moment on, in slices: those whose name comes after `entity` ('' for the first). */
export async function aggregatesAfter(
  reader: SqlReader,
  { organisation, log }: LogPlace,
  entity: string,
  limit: number,
): Promise<readonly StoredAggregate[]> {
  return reader.all<StoredAggregate>(
    `SELECT ${columns} FROM aggregates WHERE organisation = ? AND log = ? AND entity > ? ORDER BY entity LIMIT ?`,
    organisation,
    log,
    entity,
    limit,
  )
}

const columns = 'entity, scope, version, g, state'
