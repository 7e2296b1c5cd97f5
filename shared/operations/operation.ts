import type { Call } from '#shared/domain/call/call.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Committee, Member, Recusal } from '#shared/domain/committee/committee.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import type { Attendance, ItemOutcome, Movement, Proxy, Session } from '#shared/domain/session/session.ts'
import type { DocumentIssue } from './documentIssue.ts'
import type { ImportRecord } from './importRecord.ts'

/** What is folded from the log, by kind. One row per aggregate in the file. */
export interface AggregateStates {
  committee: Committee
  member: Member
  grid: Grid
  call: Call
  dossier: Dossier
  candidature: Candidature
  sheet: Sheet
  recusal: Recusal
  session: Session
  import: ImportRecord
  document: DocumentIssue
}

export type AggregateKind = keyof AggregateStates
export type AggregateState = AggregateStates[AggregateKind]

type Without<T, K extends keyof T> = Omit<T, K>
type Changes<T, K extends keyof T = never> = { readonly [P in keyof Omit<T, 'id' | K>]?: T[P] }

/**
 * Every kind of signed change with its data. A kind is frozen once written to a file: a new meaning is a new version
 * (`@2`) beside the old one, whose fold stays for ever.
 */
export interface OperationData {
  'committee.define@1': Without<Committee, 'id'>
  'committee.change@1': { readonly set: Changes<Committee> }
  'member.add@1': Without<Member, 'id'>
  'member.change@1': { readonly set: Changes<Member> }
  'grid.draft@1': Without<Grid, 'id' | 'status'>
  'grid.change@1': { readonly set: Changes<Grid, 'status' | 'version' | 'replaces'> }
  'grid.lock@1': Record<string, never>
  'call.open@1': Without<Call, 'id'>
  'call.change@1': { readonly set: Changes<Call> }
  'dossier.register@1': Without<Dossier, 'id'>
  'dossier.change@1': { readonly set: Changes<Dossier> }
  'candidature.submit@1': Without<Candidature, 'id' | 'mergedInto' | 'status'>
  'candidature.change@1': {
    readonly set: Changes<Candidature, 'dossierId' | 'callId' | 'number' | 'importId'>
  }
  'sheet.mark@1': { readonly gridId: string; readonly criterionCode: string; readonly mark: Mark | null }
  'sheet.fill@1': { readonly gridId: string; readonly marks: Readonly<Record<string, Mark>> }
  'sheet.file@1': Record<string, never>
  'sheet.reopen@1': { readonly reason: string }
  'recusal.declare@1': Pick<Recusal, 'reason' | 'legalBasis' | 'counting'>
  'recusal.lift@1': { readonly reason: string }
  'session.plan@1': Pick<
    Session,
    'callId' | 'date' | 'place' | 'convocation' | 'secondConvocation' | 'agenda'
  >
  'session.change@1': {
    readonly set: Changes<
      Session,
      'callId' | 'status' | 'attendance' | 'proxies' | 'closing' | 'closedAt' | 'openedAt'
    >
  }
  'session.attend@1': { readonly memberId: string; readonly status: Attendance['status'] }
  'session.move@1': { readonly memberId: string } & Movement
  'session.give-proxy@1': Proxy
  'session.withdraw-proxy@1': { readonly giverId: string }
  'session.open@1': { readonly at: string; readonly chairId: string; readonly secretaryId: string }
  'session.write-debate@1': { readonly itemId: string; readonly text: string }
  'session.keep-draft@1': { readonly itemId: string; readonly draft: string }
  'session.decide@1': { readonly itemId: string; readonly outcome: ItemOutcome | null }
  'session.close@1': { readonly at: string; readonly number: string; readonly factsDigest: string }
  'import.record@1': Without<ImportRecord, 'id'>
  'document.issue@1': Without<DocumentIssue, 'id'>
  /** Back to what the aggregate was at `toVersion` (0: it did not exist). Undo and redo are this one operation. */
  'aggregate.revert@1': { readonly toVersion: number }
}

export type OperationKind = keyof OperationData

/** One replayable change of one aggregate. `entity` is `<aggregate kind>/<aggregate id>`. */
export type Operation<K extends OperationKind = OperationKind> = {
  [Kind in K]: {
    /** UUIDv7. */
    readonly id: string
    readonly kind: Kind
    readonly entity: Entity
    /** Member on whose behalf the secretary keyed it. */
    readonly onBehalfOf?: string
    readonly data: OperationData[Kind]
  }
}[K]

export type Entity = `${AggregateKind}/${string}`

export const entityOf = (kind: AggregateKind, id: string): Entity => `${kind}/${id}`

export function parseEntity(entity: Entity): { kind: AggregateKind; id: string } {
  const slash = entity.indexOf('/')
  return { kind: entity.slice(0, slash) as AggregateKind, id: entity.slice(slash + 1) }
}
