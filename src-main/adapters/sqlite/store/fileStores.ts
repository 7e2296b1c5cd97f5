import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type CommitLog, commitLog } from '../log/commitLog.ts'
import { type OperationIndex, operationIndex } from '../log/operationIndex.ts'
import { type Acts, actsOf } from './acts.ts'
import { type AggregateStore, aggregateStore } from './aggregateStore.ts'
import { type Blobs, blobsOf } from './blobs.ts'
import { type CandidatureListing, candidatureListing } from './candidatureListing.ts'
import { type CandidatureProjection, candidatureProjection } from './candidatureProjection.ts'
import { type Places, placesOf } from './places.ts'

/** Every table of an open file behind its few questions, statements prepared once. */
export interface FileStores {
  readonly log: CommitLog
  readonly index: OperationIndex
  readonly acts: Acts
  readonly aggregates: AggregateStore
  readonly projection: CandidatureProjection
  readonly listing: CandidatureListing
  readonly blobs: Blobs
  readonly places: Places
}

export function fileStores(database: Database): FileStores {
  const log = commitLog(database)
  const aggregates = aggregateStore(database)
  return {
    log,
    index: operationIndex(database, log),
    acts: actsOf(database),
    aggregates,
    projection: candidatureProjection(database, aggregates),
    listing: candidatureListing(drizzle(database)),
    blobs: blobsOf(database),
    places: placesOf(database),
  }
}
