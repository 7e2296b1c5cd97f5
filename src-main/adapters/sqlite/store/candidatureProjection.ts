import type { Database } from 'better-sqlite3'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { type Entity, entityOf, parseEntity } from '#shared/operations/operation.ts'
import type { AggregateStore } from './aggregateStore.ts'
import { type CandidatureListRow, candidatureListRow, candidatureSearchText } from './candidatureListRow.ts'

/** What the tables of the list should say of one candidature. */
export interface ExpectedLine {
  readonly row: CandidatureListRow
  readonly searchText: string
}

/** Keeps the list and its search index (by triggers) equal to the states they show. */
export interface CandidatureProjection {
  /** Called once its new state is stored. Whether the list shows something of such an aggregate. */
  changed(entity: Entity): boolean
  /** Undefined when the candidature or its dossier is not there. */
  expectedLine(candidatureId: string): ExpectedLine | undefined
}

export function candidatureProjection(database: Database, aggregates: AggregateStore): CandidatureProjection {
  const names = Object.values(columnOfField)
  const upsert = database
    .prepare<CandidatureListRow, number>(
      `INSERT INTO candidature_list (${names.join(', ')})
       VALUES (${Object.keys(columnOfField)
         .map((field) => `@${field}`)
         .join(', ')})
       ON CONFLICT (candidature_id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
       RETURNING place`,
    )
    .pluck()
  const upsertText = database.prepare<[number, string]>(
    `INSERT INTO candidature_text (place, search_text) VALUES (?, ?)
     ON CONFLICT (place) DO UPDATE SET search_text = excluded.search_text`,
  )
  const remove = database.prepare<[string]>('DELETE FROM candidature_list WHERE candidature_id = ?')
  const ofDossier = database
    .prepare<[string], string>('SELECT id FROM candidatures WHERE dossier_id = ?')
    .pluck()

  const stateOf = <T>(kind: 'candidature' | 'dossier', id: string): T | undefined => {
    const text = aggregates.row(entityOf(kind, id))?.text
    return text === undefined || text === null ? undefined : (JSON.parse(text) as T)
  }
  const expectedLine = (candidatureId: string): ExpectedLine | undefined => {
    const candidature = stateOf<Candidature>('candidature', candidatureId)
    const dossier = candidature && stateOf<Dossier>('dossier', candidature.dossierId)
    if (candidature === undefined || dossier === undefined) return undefined
    return {
      row: candidatureListRow(candidature, dossier),
      searchText: candidatureSearchText(candidature, dossier),
    }
  }
  const candidatureChanged = (candidatureId: string) => {
    const line = expectedLine(candidatureId)
    if (line === undefined) remove.run(candidatureId)
    else upsertText.run(upsert.get(line.row) as number, line.searchText)
  }
  return {
    changed: (entity) => {
      const { kind, id } = parseEntity(entity)
      if (kind === 'candidature') candidatureChanged(id)
      else if (kind === 'dossier')
        for (const candidatureId of ofDossier.all(id)) candidatureChanged(candidatureId)
      else return false
      return true
    },
    expectedLine,
  }
}

const columnOfField = {
  candidatureId: 'candidature_id',
  dossierId: 'dossier_id',
  callId: 'call_id',
  number: 'number',
  applicant: 'applicant',
  applicantKey: 'applicant_key',
  title: 'title',
  titleKey: 'title_key',
  department: 'department',
  requestedCents: 'requested_cents',
  status: 'status',
  toCheck: 'to_check',
  hasChecks: 'has_checks',
  mergedInto: 'merged_into',
} as const satisfies Record<keyof CandidatureListRow, string>
