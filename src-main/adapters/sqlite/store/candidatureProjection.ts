import type { Database } from 'better-sqlite3'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { AggregateStore } from './aggregateStore.ts'
import { type CandidatureListRow, candidatureListRow } from './candidatureListRow.ts'

/** Keeps the list and its search index (by triggers) equal to the states they show. */
export interface CandidatureProjection {
  candidatureChanged(candidatureId: string): void
  dossierChanged(dossierId: string): void
  /** The line as the states say it should be; undefined when one of the two is not there. */
  expectedRow(candidatureId: string): CandidatureListRow | undefined
}

export function candidatureProjection(database: Database, aggregates: AggregateStore): CandidatureProjection {
  const names = Object.values(columnOfField)
  const upsert = database.prepare<CandidatureListRow>(
    `INSERT INTO candidature_list (${names.join(', ')})
     VALUES (${Object.keys(columnOfField)
       .map((field) => `@${field}`)
       .join(', ')})
     ON CONFLICT (candidature_id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  )
  const remove = database.prepare<[string]>('DELETE FROM candidature_list WHERE candidature_id = ?')
  const ofDossier = database
    .prepare<[string], string>('SELECT id FROM candidatures WHERE dossier_id = ?')
    .pluck()

  const stateOf = <T>(kind: 'candidature' | 'dossier', id: string): T | undefined => {
    const text = aggregates.row(entityOf(kind, id))?.text
    return text === undefined || text === null ? undefined : (JSON.parse(text) as T)
  }
  const expectedRow = (candidatureId: string) => {
    const candidature = stateOf<Candidature>('candidature', candidatureId)
    const dossier = candidature && stateOf<Dossier>('dossier', candidature.dossierId)
    return candidature && dossier && candidatureListRow(candidature, dossier)
  }
  const candidatureChanged = (candidatureId: string) => {
    const row = expectedRow(candidatureId)
    if (row === undefined) remove.run(candidatureId)
    else upsert.run(row)
  }
  return {
    candidatureChanged,
    dossierChanged: (dossierId) => {
      for (const candidatureId of ofDossier.all(dossierId)) candidatureChanged(candidatureId)
    },
    expectedRow,
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
  searchText: 'search_text',
} as const satisfies Record<keyof CandidatureListRow, string>
