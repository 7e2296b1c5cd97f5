import type { Database, Statement } from 'better-sqlite3'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import {
  type AggregateKind,
  type AggregateState,
  type AggregateStates,
  type Entity,
  parseEntity,
} from '#shared/operations/operation.ts'
import { aggregateKinds, aggregateTables, extractedColumns } from './aggregateTables.ts'

export interface StoredAggregate {
  readonly version: number
  /** Canonical JSON; null when a revert went back to before the creation. */
  readonly text: string | null
  readonly extracted: readonly (string | number | null)[]
}

/** The folded state of every aggregate, one row each. */
export interface AggregateStore {
  row(entity: Entity): StoredAggregate | undefined
  save(entity: Entity, version: number, state: AggregateState | null): void
  /** The row itself goes: what was taken away from this copy of a shared file. */
  remove(entity: Entity): void
  all<K extends AggregateKind>(kind: K): AggregateStates[K][]
  ids(kind: AggregateKind): readonly string[]
  count(kind: AggregateKind): number
  /** Rows of every kind, those of reverted creations included. */
  countRows(): number
}

export function aggregateStore(database: Database): AggregateStore {
  const statements = new Map(aggregateKinds.map((kind) => [kind, statementsOf(database, kind)]))
  const of = (kind: AggregateKind) => {
    const found = statements.get(kind)
    if (found === undefined) throw new Error(`no table for ${kind}`)
    return found
  }
  return {
    row: (entity) => {
      const { kind, id } = parseEntity(entity)
      const row = of(kind).one.get(id)
      if (row === undefined) return undefined
      const [version, text, ...extracted] = row
      return { version, text, extracted }
    },
    save: (entity, version, state) => {
      const { kind, id } = parseEntity(entity)
      const text = state === null ? null : canonicalJson(state as unknown as Json)
      of(kind).upsert.run(
        id,
        version,
        text,
        ...extractedColumns(kind, state as AggregateStates[typeof kind] | null),
      )
    },
    remove: (entity) => {
      const { kind, id } = parseEntity(entity)
      of(kind).remove.run(id)
    },
    all: <K extends AggregateKind>(kind: K) =>
      of(kind)
        .all.all()
        .map((text) => JSON.parse(text) as AggregateStates[K]),
    ids: (kind) => of(kind).ids.all(),
    count: (kind) => of(kind).count.get() as number,
    countRows: () => aggregateKinds.reduce((total, kind) => total + (of(kind).countRows.get() as number), 0),
  }
}

interface Statements {
  readonly one: Statement<
    [string],
    [version: number, text: string | null, ...extracted: (string | number | null)[]]
  >
  readonly upsert: Statement<unknown[]>
  readonly remove: Statement<[string]>
  readonly all: Statement<[], string>
  readonly ids: Statement<[], string>
  readonly count: Statement<[], number>
  readonly countRows: Statement<[], number>
}

function statementsOf(database: Database, kind: AggregateKind): Statements {
  const { table, columns } = aggregateTables[kind]
  const names = ['version', 'state', ...Object.keys(columns)]
  return {
    one: database.prepare<[string], never>(`SELECT ${names.join(', ')} FROM ${table} WHERE id = ?`).raw(),
    upsert: database.prepare(
      `INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})
       ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    ),
    remove: database.prepare<[string]>(`DELETE FROM ${table} WHERE id = ?`),
    all: database
      .prepare<[], string>(`SELECT state FROM ${table} WHERE state IS NOT NULL ORDER BY id`)
      .pluck(),
    ids: database.prepare<[], string>(`SELECT id FROM ${table} ORDER BY id`).pluck(),
    count: database
      .prepare<[], number>(
        `SELECT (SELECT count(*) FROM ${table}) - (SELECT count(*) FROM ${table} WHERE state IS NULL)`,
      )
      .pluck(),
    countRows: database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck(),
  }
}
