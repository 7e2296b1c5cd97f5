import type { Database } from 'better-sqlite3'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Recusal } from '#shared/domain/committee/committee.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import { type AggregateKind, type AggregateStates, entityOf } from '#shared/operations/operation.ts'
import type { ActTrace, Reader } from '#shared/usecases/ports.ts'
import { readSelf } from '../sync/fileSelf.ts'
import { sharedHistory } from '../sync/sharedHistory.ts'
import type { SyncStores } from '../sync/syncStores.ts'
import { touchedByCommits } from '../sync/takeBackShared.ts'
import type { RecordedAct } from './acts.ts'
import { aggregateKinds } from './aggregateTables.ts'
import { entityHistory } from './entityHistory.ts'
import type { FileStores } from './fileStores.ts'

/** Everything that may be read of a file. Inside a transaction it sees what that transaction wrote. */
export function fileReader(database: Database, stores: FileStores, sync: SyncStores): Reader {
  const { aggregates, listing, blobs, acts, index } = stores
  const pairsOfCall = database.prepare<[string], { candidature: string; dossier: string }>(
    `SELECT candidatures.state AS candidature, dossiers.state AS dossier
     FROM candidatures JOIN dossiers ON dossiers.id = candidatures.dossier_id
     WHERE candidatures.call_id = ? AND dossiers.state IS NOT NULL ORDER BY candidatures.number, candidatures.id`,
  )
  const sheetsOfCall = statesOfCall(database, 'sheets')
  const recusalsOfCall = statesOfCall(database, 'recusals')
  const lastNumber = database
    .prepare<[string], number | null>('SELECT max(number) FROM candidatures WHERE call_id = ?')
    .pluck()
  const numbered = database
    .prepare<[string, number], string>(
      'SELECT id FROM candidatures WHERE call_id = ? AND number = ? AND state IS NOT NULL',
    )
    .pluck()
  const traceOf = (act: RecordedAct | undefined): ActTrace | null =>
    act === undefined
      ? null
      : {
          label: act.label,
          userId: act.userId,
          entities: [
            ...index.ofAct(act.id).map(({ entity }) => entity),
            ...touchedByCommits(sync.copy, sync.acts.commitsOf(act.id)),
          ],
        }
  return {
    load: <K extends AggregateKind>(kind: K, id: string) => {
      const row = aggregates.row(entityOf(kind, id))
      if (row === undefined || row.text === null) return null
      return { version: row.version, state: JSON.parse(row.text) as AggregateStates[K] }
    },
    all: (kind) => aggregates.all(kind),
    candidaturesOfCall: (callId) =>
      pairsOfCall.all(callId).map(({ candidature, dossier }) => ({
        candidature: JSON.parse(candidature) as Candidature,
        dossier: JSON.parse(dossier) as Dossier,
      })),
    sheetsOfCall: (callId) => sheetsOfCall.all(callId).map((text) => JSON.parse(text) as Sheet),
    recusalsOfCall: (callId) => recusalsOfCall.all(callId).map((text) => JSON.parse(text) as Recusal),
    listCandidatures: (query) => listing.page(query),
    lastCandidatureNumber: (callId) => lastNumber.get(callId) ?? 0,
    candidatureNumbered: (callId, number) => numbered.get(callId, number) ?? null,
    blob: (sha256) => blobs.get(sha256),
    history: (entity) =>
      readSelf(sync.settings) === null ? entityHistory(stores, entity) : sharedHistory(stores, sync, entity),
    undoState: () => ({ undo: acts.nextUndo()?.label ?? null, redo: acts.nextRedo()?.label ?? null }),
    nextActs: () => ({ undo: traceOf(acts.nextUndo()), redo: traceOf(acts.nextRedo()) }),
    counts: () =>
      Object.fromEntries(aggregateKinds.map((kind) => [kind, aggregates.count(kind)])) as Record<
        AggregateKind,
        number
      >,
  }
}

const statesOfCall = (database: Database, table: 'sheets' | 'recusals') =>
  database
    .prepare<[string], string>(
      `SELECT ${table}.state FROM candidatures JOIN ${table} ON ${table}.candidature_id = candidatures.id
       WHERE candidatures.call_id = ? ORDER BY candidatures.number, ${table}.id`,
    )
    .pluck()
