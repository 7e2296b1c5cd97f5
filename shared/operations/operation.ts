import type { AllocationRules, Call } from '#shared/domain/call/call.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Committee, Member, Recusal } from '#shared/domain/committee/committee.ts'
import type { ReturnedFile } from '#shared/domain/documents/returnedFile.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { Scenario, ScenarioLine } from '#shared/domain/envelope/scenario.ts'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import type { SessionHour } from '#shared/domain/session/correctHour.ts'
import type {
  AgendaItem,
  Attendance,
  Convocation,
  DecisionAct,
  ItemOutcome,
  MinutesState,
  Movement,
  Proxy,
  Rectification,
  Session,
  Travel,
  Vote,
} from '#shared/domain/session/session.ts'
import type { DocumentIssue } from './documentIssue.ts'
import type { DocumentTemplate, TemplateVersion } from './documentTemplate.ts'
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
  scenario: Scenario
  import: ImportRecord
  document: DocumentIssue
  issuer: Issuer
  instruction: Instruction
  template: DocumentTemplate
}

export type AggregateKind = keyof AggregateStates
export type AggregateState = AggregateStates[AggregateKind]

type Without<T, K extends keyof T> = Omit<T, K>
/** Some members of some of its groups ([UC27]). */
type GroupChanges<T, K extends keyof T> = {
  readonly [P in K]?: T[P] extends object ? Partial<T[P]> : Partial<NonNullable<T[P]>> | null
}
type Changes<T, K extends keyof T = never> = { readonly [P in keyof Omit<T, 'id' | K>]?: T[P] }
/** Data in which these fields may be absent: earlier programs did not write them, the fold completes them. */
type Earlier<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]?: T[P] }

export type WrittenConvocation = Earlier<Convocation, 'sentBy' | 'proof'>
export type WrittenAgendaItem = Earlier<
  Without<AgendaItem, 'corrected'>,
  | 'kind'
  | 'plannedMinutes'
  | 'theme'
  | 'slot'
  | 'questionerId'
  | 'debate'
  | 'draft'
  | 'runs'
  | 'marksRevealedAt'
  | 'outcome'
>
export type WrittenVote = Earlier<Vote, 'blank' | 'spoiled' | 'requestedBy'>
export type WrittenProxy = Earlier<Proxy, 'signed'>
export type WrittenOutcome = Earlier<
  Without<ItemOutcome, 'vote' | 'proxies'>,
  'waitingList' | 'departure' | 'funding'
> & { readonly vote: WrittenVote | null; readonly proxies: readonly WrittenProxy[] }
export type WrittenRules = Earlier<AllocationRules, 'envelopes' | 'quotas'>

/**
 * Every kind of signed change with its data. A kind is frozen once written to a file: a new meaning is a new version
 * (`@2`) beside the old one, whose fold stays for ever.
 */
type InstructionGroup = 'correspondent' | 'award' | 'agreement' | 'inadmissibility'

export interface OperationData {
  'committee.define@1': Earlier<Without<Committee, 'id'>, 'proxiesPerHolder' | 'noticeRule' | 'phrases'>
  'committee.change@1': { readonly set: Changes<Committee> }
  'member.add@1': Earlier<Without<Member, 'id'>, 'substituteOf'>
  'member.change@1': { readonly set: Changes<Member> }
  'grid.draft@1': Without<Grid, 'id' | 'status'>
  'grid.change@1': { readonly set: Changes<Grid, 'status' | 'version' | 'replaces'> }
  'grid.lock@1': Record<string, never>
  'call.open@1': Earlier<Without<Call, 'id' | 'rules'>, 'awardTerms'> & { readonly rules: WrittenRules }
  'call.change@1': {
    readonly set: Changes<Call, 'rules' | 'awardTerms'> &
      GroupChanges<Call, 'awardTerms'> & { readonly rules?: WrittenRules }
  }
  'dossier.register@1': Without<Dossier, 'id'>
  'dossier.change@1': {
    readonly set: Changes<Dossier, 'applicant'> & GroupChanges<Dossier, 'applicant'>
  }
  'candidature.submit@1': Earlier<
    Without<Candidature, 'id' | 'mergedInto' | 'status'>,
    'theme' | 'minimumViableCents' | 'maximumUsefulCents'
  >
  'candidature.change@1': {
    readonly set: Changes<Candidature, 'dossierId' | 'callId' | 'number' | 'importId'>
  }
  'sheet.mark@1': { readonly gridId: string; readonly criterionCode: string; readonly mark: Mark | null }
  'sheet.fill@1': { readonly gridId: string; readonly marks: Readonly<Record<string, Mark>> }
  'sheet.file@1': Record<string, never>
  'sheet.reopen@1': { readonly reason: string }
  'sheet.countersign@1': { readonly on: string }
  'recusal.declare@1': Pick<Recusal, 'reason' | 'legalBasis' | 'counting'>
  'recusal.lift@1': { readonly reason: string }
  /** What the chair holds of a declared recusal, with the reason and the dated legal basis. */
  'recusal.assess@1': Pick<Recusal, 'legalBasis' | 'counting'> & {
    readonly status: 'confirmed' | 'set-aside'
    readonly reason: string
  }
  'session.plan@1': Pick<Session, 'callId' | 'date' | 'place' | 'secondConvocation'> & {
    readonly convocation: WrittenConvocation | null
    readonly agenda: readonly WrittenAgendaItem[]
    readonly startsAt?: string | null
  }
  'session.change@1': {
    readonly set: Partial<
      Pick<
        Session,
        | 'date'
        | 'startsAt'
        | 'place'
        | 'secondConvocation'
        | 'sealedMarks'
        | 'discussion'
        | 'chairId'
        | 'secretaryId'
      >
    > & {
      readonly convocation?: WrittenConvocation | null
      readonly agenda?: readonly WrittenAgendaItem[]
    }
  }
  'session.attend@1': { readonly memberId: string; readonly status: Attendance['status'] }
  'session.move@1': { readonly memberId: string } & Movement
  'session.give-proxy@1': Earlier<Proxy, 'signed'>
  'session.sign-proxy@1': { readonly giverId: string; readonly signed: boolean }
  'session.withdraw-proxy@1': { readonly giverId: string }
  'session.open@1': { readonly at: string; readonly chairId: string; readonly secretaryId: string }
  'session.write-debate@1': { readonly itemId: string; readonly text: string }
  'session.keep-draft@1': { readonly itemId: string; readonly draft: string }
  'session.decide@1': { readonly itemId: string; readonly outcome: WrittenOutcome | null }
  /** A correction before the closing: the outcome as it should have been keyed. */
  'session.amend@1': { readonly itemId: string; readonly outcome: WrittenOutcome; readonly reason: string }
  'session.substitute@1': { readonly memberId: string; readonly substituteId: string | null }
  'session.travel@1': { readonly memberId: string; readonly travel: Travel | null }
  /** Takes up a point (null: none), which ends the one under way. `at` is "HH:MM:SS". */
  'session.point@1': { readonly itemId: string | null; readonly at: string }
  'session.pause@1': { readonly at: string }
  'session.resume@1': { readonly at: string }
  'session.reveal@1': { readonly itemId: string; readonly at: string }
  /** An hour keyed or clocked wrongly, put right with the reason. */
  'session.correct-hour@1': { readonly what: SessionHour; readonly at: string; readonly reason: string }
  'session.explain@1': { readonly check: string; readonly text: string }
  'session.rectify@1': Rectification
  'scenario.open@1': Omit<Scenario, 'id' | 'status' | 'adoptedIn'>
  'scenario.rename@1': { readonly name: string }
  'scenario.set-line@1': { readonly candidatureId: string; readonly line: ScenarioLine | null }
  'scenario.adopt@1': { readonly sessionId: string | null }
  'scenario.set-aside@1': { readonly reason: string }
  'session.close@1': { readonly at: string; readonly number: string; readonly factsDigest: string }
  'import.record@1': Without<ImportRecord, 'id'>
  /** An export of an earlier program: neither its model, nor its template, nor its candidature was kept. */
  'document.issue@1': Pick<DocumentIssue, 'document' | 'sha256' | 'factsDigest'> & {
    readonly sessionId: string
    readonly format: 'pdf' | 'docx' | 'csv'
  }
  'document.issue@2': Without<DocumentIssue, 'id' | 'returned' | 'pictureDigests'> & {
    /** Absent: none. */
    readonly pictureDigests?: readonly string[]
  }
  /** A file that came back: scan, signed PDF, Word edited by hand. */
  'document.return@1': ReturnedFile
  'issuer.change@1': {
    readonly set: Changes<Issuer, 'agent' | 'signatory' | 'court'> &
      GroupChanges<Issuer, 'agent' | 'signatory' | 'court'>
  }
  'instruction.change@1': {
    readonly set: Partial<Without<Instruction, 'candidatureId' | InstructionGroup>> &
      GroupChanges<Instruction, InstructionGroup>
  }
  'template.add@1': Pick<DocumentTemplate, 'document' | 'name'> & { readonly version: TemplateVersion }
  'template.revise@1': { readonly version: TemplateVersion }
  /** Which version is used from now on; null: the one of the program. */
  'template.use@1': { readonly version: number | null }
  /** A step of the minutes, forward or back: the whole state as it becomes. */
  'session.minutes@1': MinutesState
  'session.record-act@1': { readonly act: DecisionAct | null }
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
    /** [SY25] The refused commit that this says again, by identifier. */
    readonly takesUp?: string
    readonly data: OperationData[Kind]
  }
}[K]

export type Entity = `${AggregateKind}/${string}`

export const entityOf = (kind: AggregateKind, id: string): Entity => `${kind}/${id}`

export function parseEntity(entity: Entity): { kind: AggregateKind; id: string } {
  const slash = entity.indexOf('/')
  return { kind: entity.slice(0, slash) as AggregateKind, id: entity.slice(slash + 1) }
}
