import type { Database } from 'better-sqlite3'
import type { CommittedOperation } from '#shared/operations/commit.ts'
import type { Entity } from '#shared/operations/operation.ts'
import type { CommitLog } from './commitLog.ts'

export interface IndexedOperation {
  readonly entity: Entity
  readonly version: number
  readonly contentVersion: number
  readonly position: number
  readonly ordinal: number
  readonly act: number
}

/** What one act did to one entity. */
export interface Touched {
  readonly entity: Entity
  readonly firstVersion: number
  readonly lastVersion: number
}

/** From an entity to its operations in the log, and from an act to its entities. */
export interface OperationIndex {
  add(operation: IndexedOperation): void
  ofEntity(
    entity: Entity,
    upToVersion: number,
  ): readonly (IndexedOperation & { committed: CommittedOperation })[]
  /** The commits in which they lie. */
  positionsOf(entity: Entity): readonly number[]
  ofAct(act: number): readonly Touched[]
  /** The earliest version of the same content; 0 for version 0. */
  contentVersion(entity: Entity, version: number): number
}

export function operationIndex(database: Database, log: CommitLog): OperationIndex {
  const insert = database.prepare(
    `INSERT INTO operations (entity, version, content_version, commit_position, ordinal, act)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const ofEntity = database.prepare<[string, number], IndexedOperation>(
    `SELECT entity, version, content_version AS contentVersion, commit_position AS position, ordinal, act
     FROM operations WHERE entity = ? AND version <= ? ORDER BY version`,
  )
  const ofAct = database.prepare<[number], Touched>(
    `SELECT entity, min(version) AS firstVersion, max(version) AS lastVersion
     FROM operations WHERE act = ? GROUP BY entity ORDER BY min(commit_position), min(ordinal)`,
  )
  const contentVersion = database
    .prepare<[string, number], number>(
      'SELECT content_version FROM operations WHERE entity = ? AND version = ?',
    )
    .pluck()
  return {
    add: (o) => {
      insert.run(o.entity, o.version, o.contentVersion, o.position, o.ordinal, o.act)
    },
    ofEntity: (entity, upToVersion) =>
      ofEntity.all(entity, upToVersion).map((indexed) => {
        const committed = log.decoded(indexed.position).body.ops[indexed.ordinal]
        if (committed === undefined)
          throw new Error(`no operation ${indexed.ordinal} in commit ${indexed.position}`)
        return { ...indexed, committed }
      }),
    positionsOf: (entity) => ofEntity.all(entity, Number.MAX_SAFE_INTEGER).map(({ position }) => position),
    ofAct: (act) => ofAct.all(act),
    contentVersion: (entity, version) => contentVersion.get(entity, version) ?? 0,
  }
}
