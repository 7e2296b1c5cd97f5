import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'

/** The projection behind the table of candidatures, as migration 0001 made it. */
export const candidatureList = sqliteTable('candidature_list', {
  place: integer('place').primaryKey(),
  candidatureId: text('candidature_id').notNull(),
  dossierId: text('dossier_id').notNull(),
  callId: text('call_id').notNull(),
  number: integer('number').notNull(),
  applicant: text('applicant').notNull(),
  applicantKey: text('applicant_key').notNull(),
  title: text('title').notNull(),
  titleKey: text('title_key').notNull(),
  /** Code, empty when unknown. */
  department: text('department').notNull(),
  requestedCents: integer('requested_cents'),
  status: text('status').$type<Candidature['status']>().notNull(),
  /** JSON array of flags. */
  toCheck: text('to_check').notNull(),
  hasChecks: integer('has_checks').notNull(),
  mergedInto: text('merged_into'),
})
