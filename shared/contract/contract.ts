import { z } from 'zod'
import type { Call } from '#shared/domain/call/call.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { CandidaturePage } from '#shared/domain/candidature/candidatureList.ts'
import type { Committee, Member, Recusal } from '#shared/domain/committee/committee.ts'
import {
  type BatchReport,
  batchKinds,
  type CandidatureDocuments,
  type DisclosureReview,
  type DocumentBoard,
  type ReturnReport,
  type TemplateCheck,
  type TemplateLine,
} from '#shared/domain/documents/documentBoard.ts'
import type { ClauseChoice } from '#shared/domain/documents/dossier/clauseChoices.ts'
import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { DuplicatePair, ImportPreview } from '#shared/domain/dossier/importPreview.ts'
import type {
  OptimumReport,
  ScenarioBoard,
  ScenarioComparison,
} from '#shared/domain/envelope/scenarioView.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import type { InstructionView } from '#shared/domain/instruction/instructionView.ts'
import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import type { RankExplanation, RankingView } from '#shared/domain/ranking/rankingView.ts'
import type { RankingWatch } from '#shared/domain/ranking/rankingWatch.ts'
import type { EvaluatorProgress, SheetView } from '#shared/domain/scoring/sheetView.ts'
import type { DiscussionOrder } from '#shared/domain/session/discussionOrder.ts'
import type { MarksGridView } from '#shared/domain/session/marksGridView.ts'
import { projectedContents, projectionLevels } from '#shared/domain/session/projection.ts'
import type { ProjectionView } from '#shared/domain/session/projectionView.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import type {
  AppState,
  DoctorVerdict,
  HistoryLine,
  ImportOutcome,
  SessionSummary,
  Verification,
} from './answers.ts'
import { changesOf } from './changesOf.ts'
import { procedure } from './procedure.ts'
import * as s from './schemas.ts'
import type { SyncState } from './syncAnswers.ts'
import { syncProcedures } from './syncProcedures.ts'

const nothing = z.object({})
const callId = z.object({ callId: s.id })
const sessionId = z.object({ sessionId: s.id })
const candidatureId = z.object({ candidatureId: s.id })

/**
 * Everything a screen may ask of a host, over IPC or HTTP. The dispatcher is a total map over it, so forgetting a handler does
 * not compile. Each call answers `Result<output>`: a refusal carries its permanent code, the screen owns the sentence.
 */
export const contract = {
  // the file
  'app.state': procedure<AppState>()(nothing),
  'file.choose': procedure<{ path: string | null }>()(
    z.object({
      purpose: z.enum([
        'open-file',
        'create-file',
        'import-source',
        'document',
        'word-template',
        'bundle',
        'folder',
      ]),
      suggestedName: s.line,
    }),
  ),
  'file.create': procedure<{ recoveryCode: string }>()(
    z.object({ path: s.line.min(1), passphrase: z.string().max(1_000), committee: s.committee }),
  ),
  'file.open': procedure<null>()(z.object({ path: s.line.min(1), secret: s.secret, remember: z.boolean() })),
  /** Makes the example committee in the user's folder if it is not there, and opens it. */
  'file.open-example': procedure<{ path: string; passphrase: string }>()(nothing),
  'file.close': procedure<null>()(nothing),
  'file.change-passphrase': procedure<null>()(
    z.object({ current: z.string().max(1_000), next: z.string().max(1_000) }),
  ),
  'file.doctor': procedure<DoctorVerdict>()(nothing),
  'act.undo': procedure<{ label: string }>()(nothing),
  'act.redo': procedure<{ label: string }>()(nothing),
  // people
  'committee.get': procedure<Committee>()(nothing),
  'committee.change': procedure<null>()(z.object({ set: changesOf(s.committee) })),
  'member.list': procedure<readonly Member[]>()(nothing),
  'member.add': procedure<{ memberId: string }>()(s.member),
  'member.change': procedure<null>()(z.object({ memberId: s.id, set: changesOf(s.member) })),
  // calls and grids
  'call.list':
    procedure<
      readonly { call: Call; candidatures: number; requestedCents: number; gridLabel: string | null }[]
    >()(nothing),
  'call.open': procedure<{ callId: string }>()(s.call),
  'call.change': procedure<null>()(z.object({ callId: s.id, set: s.callChanges })),
  'grid.list': procedure<readonly Grid[]>()(nothing),
  'grid.shipped': procedure<readonly { key: string; label: string }[]>()(nothing),
  'grid.draft': procedure<{ gridId: string }>()(
    z.discriminatedUnion('from', [
      z.object({ from: z.literal('shipped'), key: s.id }),
      z.object({ from: z.literal('grid'), gridId: s.id, label: s.line.min(1) }),
      z.object({ from: z.literal('new-version'), gridId: s.id }),
      z.object({ from: z.literal('blank'), label: s.line.min(1) }),
    ]),
  ),
  'grid.change': procedure<null>()(z.object({ gridId: s.id, content: s.gridContent })),
  // candidatures
  'candidature.list': procedure<CandidaturePage>()(s.candidatureQuery),
  'candidature.get': procedure<{
    candidature: Candidature
    dossier: Dossier
    callName: string
    recusals: readonly Recusal[]
    duplicates: readonly DuplicatePair[]
  }>()(candidatureId),
  'candidature.add': procedure<{ candidatureId: string }>()(
    z.object({ callId: s.id, applicantName: s.line.min(1), title: s.line.min(1) }),
  ),
  'candidature.change': procedure<null>()(z.object({ candidatureId: s.id, set: s.candidatureChanges })),
  'dossier.change': procedure<null>()(z.object({ dossierId: s.id, set: s.dossierChanges })),
  'candidature.merge': procedure<null>()(z.object({ keepId: s.id, mergeId: s.id })),
  'candidature.keep-apart': procedure<null>()(candidatureId),
  'territory.search': procedure<
    readonly {
      code: string
      kind: string
      name: string
      department: string
      siren: string | null
      population: number | null
    }[]
  >()(z.object({ query: s.line })),
  'history.of': procedure<readonly HistoryLine[]>()(z.object({ entity: s.line.min(1) })),
  // import
  'import.preview': procedure<ImportPreview>()(
    z.object({
      callId: s.id,
      path: s.line.min(1),
      kind: z.enum(['fiches', 'csv']),
      mapping: z.record(z.string(), z.string().nullable()).nullable(),
    }),
  ),
  'import.run': procedure<ImportOutcome>()(
    z.object({
      callId: s.id,
      path: s.line.min(1),
      kind: z.enum(['fiches', 'csv']),
      mapping: z.record(z.string(), z.string().nullable()).nullable(),
    }),
  ),
  'import.cancel': procedure<null>()(nothing),
  // marks
  'sheet.get': procedure<SheetView>()(z.object({ candidatureId: s.id, evaluatorId: s.id })),
  'sheet.mark': procedure<SheetView>()(
    z.object({ candidatureId: s.id, evaluatorId: s.id, criterionCode: s.id, mark: s.mark.nullable() }),
  ),
  'sheet.file': procedure<SheetView>()(z.object({ candidatureId: s.id, evaluatorId: s.id })),
  'sheet.reopen': procedure<SheetView>()(
    z.object({ candidatureId: s.id, evaluatorId: s.id, reason: z.string().max(2_000) }),
  ),
  'sheet.progress': procedure<EvaluatorProgress>()(z.object({ callId: s.id, evaluatorId: s.id })),
  /** A table of marks (member, candidature number, criterion, mark, comment): all of it, or nothing with the lines at fault. */
  'marks.import': procedure<{ sheets: number; marks: number; missingMarks: number }>()(
    z.object({ callId: s.id, path: s.line.min(1), fileSheets: z.boolean() }),
  ),
  'recusal.declare': procedure<null>()(
    z.object({ candidatureId: s.id, memberId: s.id, reason: z.string().max(2_000), legalBasis: s.line }),
  ),
  /** The chair's assessment of a declared recusal. */
  'recusal.assess': procedure<null>()(
    z.object({
      candidatureId: s.id,
      memberId: s.id,
      status: z.enum(['confirmed', 'set-aside']),
      reason: z.string().max(2_000),
      legalBasis: s.line,
      counting: z.enum(['numerator', 'numerator-and-denominator']),
    }),
  ),
  'recusal.lift': procedure<null>()(
    z.object({ candidatureId: s.id, memberId: s.id, reason: z.string().min(1).max(2_000) }),
  ),
  // ranking
  'ranking.get': procedure<RankingView>()(callId),
  'ranking.explain': procedure<RankExplanation>()(candidatureId),
  // session
  'session.list': procedure<readonly SessionSummary[]>()(nothing),
  'session.get': procedure<SessionView>()(sessionId),
  'session.plan': procedure<{ sessionId: string }>()(
    z.object({
      callId: s.id,
      date: s.isoDate,
      startsAt: s.hour.nullable().default(null),
      place: s.line,
      convocation: s.convocation,
      secondConvocation: z.boolean(),
    }),
  ),
  'session.change': procedure<null>()(
    z.object({
      sessionId: s.id,
      set: changesOf(
        z.object({
          date: s.isoDate,
          startsAt: s.hour.nullable(),
          place: s.line,
          convocation: s.convocation,
          secondConvocation: z.boolean(),
          sealedMarks: z.boolean(),
          discussion: s.text,
          agenda: z.array(s.agendaItem).max(500),
        }),
      ),
    }),
  ),
  'session.attend': procedure<null>()(
    z.object({ sessionId: s.id, memberId: s.id, status: z.enum(['present', 'excused', 'absent']) }),
  ),
  'session.move': procedure<null>()(
    z.object({
      sessionId: s.id,
      memberId: s.id,
      kind: z.enum(['arrives', 'leaves']),
      at: s.hour,
      itemId: s.id.nullable(),
    }),
  ),
  'session.give-proxy': procedure<null>()(
    z.object({
      sessionId: s.id,
      giverId: s.id,
      holderId: s.id,
      date: s.isoDate,
      signed: z.boolean().default(false),
    }),
  ),
  'session.sign-proxy': procedure<null>()(z.object({ sessionId: s.id, giverId: s.id, signed: z.boolean() })),
  'session.withdraw-proxy': procedure<null>()(z.object({ sessionId: s.id, giverId: s.id })),
  'session.open': procedure<null>()(
    z.object({ sessionId: s.id, at: s.hour, chairId: s.id, secretaryId: s.id }),
  ),
  'session.write-debate': procedure<null>()(z.object({ sessionId: s.id, itemId: s.id, text: s.text })),
  /** What is being keyed on an item, kept as the screen wrote it. */
  'session.keep-draft': procedure<null>()(
    z.object({ sessionId: s.id, itemId: s.id, draft: z.string().max(50_000) }),
  ),
  'session.decide': procedure<null>()(z.object({ sessionId: s.id, proposal: s.itemProposal })),
  /** Corrects a decided point before the closing, the room staying the one of the decision; the reason is kept. */
  'session.amend': procedure<null>()(
    z.object({ sessionId: s.id, proposal: s.itemProposal, reason: z.string().min(1).max(2_000) }),
  ),
  /** The order in which recused members leave and come back as seldom as possible. */
  'session.discussion-order': procedure<DiscussionOrder>()(sessionId),
  'session.substitute': procedure<null>()(
    z.object({ sessionId: s.id, memberId: s.id, substituteId: s.id.nullable() }),
  ),
  'session.travel': procedure<null>()(
    z.object({ sessionId: s.id, memberId: s.id, travel: s.travel.nullable() }),
  ),
  /** Takes up a point, which ends the one under way. */
  'session.point': procedure<null>()(z.object({ sessionId: s.id, itemId: s.id.nullable(), at: s.clockTime })),
  'session.pause': procedure<null>()(z.object({ sessionId: s.id, at: s.clockTime })),
  'session.resume': procedure<null>()(z.object({ sessionId: s.id, at: s.clockTime })),
  'session.correct-hour': procedure<null>()(
    z.object({
      sessionId: s.id,
      what: s.hourOfSession,
      at: z.union([s.hour, s.clockTime]),
      reason: z.string().min(1).max(2_000),
    }),
  ),
  /** Why a check of the closing stays open; an empty text takes the explanation back. */
  'session.explain': procedure<null>()(
    z.object({ sessionId: s.id, check: s.id, text: z.string().max(5_000) }),
  ),
  'session.rectify': procedure<{ number: string; factsDigest: string }>()(
    z.object({ sessionId: s.id, date: s.isoDate, rectification: s.rectification }),
  ),
  // marks in the room
  'session.marks': procedure<MarksGridView>()(z.object({ sessionId: s.id, itemId: s.id })),
  'session.reveal': procedure<null>()(z.object({ sessionId: s.id, itemId: s.id, at: s.hour })),
  /** A table copied from a spreadsheet, one line a member, one column a criterion: all of it, or nothing. */
  'session.paste-marks': procedure<{ sheets: number; marks: number }>()(
    z.object({ sessionId: s.id, itemId: s.id, text: z.string().max(200_000) }),
  ),
  /** Files every sheet of the point that can be; answers who is left and why. */
  'session.file-sheets': procedure<{
    filed: number
    left: readonly { name: string; reason: string }[]
  }>()(z.object({ sessionId: s.id, itemId: s.id })),
  'session.sheet-of-code': procedure<{ itemId: string; evaluatorId: string }>()(
    z.object({ sessionId: s.id, code: z.string().max(40) }),
  ),
  'sheet.countersign': procedure<null>()(z.object({ candidatureId: s.id, evaluatorId: s.id, on: s.isoDate })),
  'ranking.watch': procedure<RankingWatch>()(callId),
  // the wall
  'projection.get': procedure<ProjectionView>()(sessionId),
  'projection.set': procedure<null>()(
    z.object({
      sessionId: s.id,
      content: z.enum(projectedContents),
      level: z.enum(projectionLevels),
    }),
  ),
  /** Opens the window of the wall, on the second screen when there is one. */
  'projection.open': procedure<null>()(sessionId),
  // envelopes and scenarios
  'scenario.list': procedure<ScenarioBoard>()(callId),
  'scenario.open': procedure<{ scenarioId: string }>()(
    z.object({
      callId: s.id,
      name: s.line.min(1),
      from: z.discriminatedUnion('origin', [
        z.object({ origin: z.literal('ranking') }),
        z.object({ origin: z.literal('best-total') }),
        z.object({ origin: z.literal('blank') }),
        z.object({ origin: z.literal('copy'), scenarioId: s.id }),
      ]),
    }),
  ),
  'scenario.rename': procedure<null>()(z.object({ scenarioId: s.id, name: s.line.min(1) })),
  /** By amount or by rate of the eligible base; null takes the candidature out. */
  'scenario.set-amount': procedure<null>()(
    z.object({
      scenarioId: s.id,
      candidatureId: s.id,
      amount: z
        .discriminatedUnion('by', [
          z.object({ by: z.literal('amount'), amountCents: s.cents }),
          z.object({ by: z.literal('rate'), rateBasisPoints: z.number().int().min(0).max(10_000) }),
        ])
        .nullable(),
      funding: s.fundingLines.nullable(),
      reason: z.string().max(5_000),
    }),
  ),
  'scenario.compare': procedure<ScenarioComparison>()(z.object({ leftId: s.id, rightId: s.id })),
  'scenario.adopt': procedure<null>()(z.object({ scenarioId: s.id, sessionId: s.id.nullable() })),
  'scenario.set-aside': procedure<null>()(z.object({ scenarioId: s.id, reason: z.string().max(2_000) })),
  /** What the best total under the envelope would change, in words, before a scenario is made of it. */
  'allocation.optimum': procedure<OptimumReport>()(callId),
  // whose eyes
  /** Hands the laptop to a member, who sees what a member may see; back to the secretary with the passphrase. */
  'view.hand-over': procedure<null>()(z.object({ memberId: s.id })),
  'view.take-back': procedure<null>()(z.object({ passphrase: z.string().max(1_000) })),
  'session.withdraw-outcome': procedure<null>()(z.object({ sessionId: s.id, itemId: s.id })),
  'session.close': procedure<{ number: string; factsDigest: string }>()(
    z.object({ sessionId: s.id, at: s.hour }),
  ),
  // documents
  'document.preview': procedure<{ fileName: string; bytes: Uint8Array }>()(z.object(s.documentRequest)),
  'document.export': procedure<{ path: string; issueId: string }>()(
    z.object({ ...s.documentRequest, path: s.line.min(1) }),
  ),
  /** A document that left, drawn again to the same bytes. */
  'document.again': procedure<{ path: string }>()(z.object({ issueId: s.id, path: s.line.min(1) })),
  /** The PDF with empty signature fields at its places of signature, for the parapheur. */
  'document.prepare-signing': procedure<{ path: string; issueId: string }>()(
    z.object({ ...s.documentRequest, path: s.line.min(1) }),
  ),
  'document.verify': procedure<Verification>()(z.object({ path: s.line.min(1) })),
  /** Keeps a file that came back (scan, signed PDF, Word edited); `issueId` null: the document it says it is. */
  'document.return': procedure<ReturnReport>()(
    z.object({ path: s.line.min(1), issueId: s.id.nullable(), on: s.isoDate }),
  ),
  /** Writes a file that came back, as it came. */
  'document.take-out': procedure<{ path: string }>()(
    z.object({ issueId: s.id, sha256: s.sha256, path: s.line.min(1) }),
  ),
  /** Every document of a session, what is missing to make it, what left and what came back. */
  'document.board': procedure<DocumentBoard>()(sessionId),
  /** Documents of one candidature. */
  'document.of-candidature': procedure<CandidatureDocuments>()(z.object({ candidatureId: s.id })),
  /** Letters, orders and agreements of a session into one new folder; all of it, or nothing. */
  'document.batch': procedure<BatchReport>()(
    z.object({
      sessionId: s.id,
      what: z.enum(batchKinds),
      format: z.enum(['pdf', 'docx', 'both']),
      /** null: all. */
      candidatureIds: z.array(s.id).max(10_000).nullable(),
      folder: s.line.min(1),
    }),
  ),
  'document.batch-cancel': procedure<null>()(nothing),
  'disclosure.preview': procedure<DisclosureReview>()(sessionId),
  /** Both readings and the list of what was masked, into one new folder. `shown`: masks that the human lifted, by id. */
  'disclosure.export': procedure<{ folder: string; files: readonly string[] }>()(
    z.object({ sessionId: s.id, shown: z.array(s.id).max(10_000), folder: s.line.min(1) }),
  ),
  // who signs, and what the service did
  'issuer.get': procedure<Issuer>()(nothing),
  'issuer.change': procedure<null>()(z.object({ set: s.issuerChanges })),
  'instruction.get': procedure<InstructionView>()(z.object({ candidatureId: s.id })),
  /** The clauses that the agreement of a candidature may have, for the service to choose. */
  'instruction.clauses': procedure<readonly ClauseChoice[]>()(z.object({ candidatureId: s.id })),
  'instruction.change': procedure<null>()(z.object({ candidatureId: s.id, set: s.instructionChanges })),
  /** A table of correspondents, by number of candidature: all of it, or nothing with the lines at fault. */
  'instruction.import-correspondents': procedure<{ candidatures: number }>()(
    z.object({ callId: s.id, path: s.line.min(1) }),
  ),
  'session.minutes-step': procedure<null>()(z.object({ sessionId: s.id, step: s.minutesStep })),
  'session.record-act': procedure<null>()(z.object({ sessionId: s.id, act: s.decisionAct.nullable() })),
  // Word templates of the committee
  'template.list': procedure<readonly TemplateLine[]>()(nothing),
  /** The fields that documents of this kind offer. */
  'template.fields': procedure<readonly FieldDefinition[]>()(z.object({ document: s.templateTarget })),
  'template.check': procedure<TemplateCheck>()(z.object({ path: s.line.min(1), document: s.templateTarget })),
  'template.add': procedure<TemplateCheck>()(
    z.object({ path: s.line.min(1), document: s.templateTarget, name: s.line.min(1) }),
  ),
  /** A version of one's own template, or null for the one of the program. */
  'template.use': procedure<null>()(
    z.object({ templateId: s.id, version: z.number().int().min(1).nullable() }),
  ),
  /** Writes a template as a Word file: one's own version, or the one of the program (`templateId` null). */
  'template.save': procedure<{ path: string }>()(
    z.object({
      document: s.templateTarget,
      templateId: s.id.nullable(),
      version: z.number().int().min(1).nullable(),
      path: s.line.min(1),
    }),
  ),
  ...syncProcedures,
} as const

export type Contract = typeof contract
export type ProcedureName = keyof Contract
export type InputOf<N extends ProcedureName> = z.input<Contract[N]['input']>
export type ParsedInputOf<N extends ProcedureName> = z.output<Contract[N]['input']>
export type OutputOf<N extends ProcedureName> =
  | NonNullable<Contract[N]['output']>
  | Extract<Contract[N]['output'], null>

/** What a host tells its windows without being asked. */
export type HostEvent =
  /**
   * Something was written; `savedAt` is the "HH:MM" of the last act, null when there was none yet. Screens read again
   * what they show.
   */
  | {
      readonly kind: 'changed'
      readonly savedAt: string | null
      readonly undo: string | null
      readonly redo: string | null
    }
  | { readonly kind: 'progress'; readonly label: string; readonly done: number; readonly total: number }
  | { readonly kind: 'file'; readonly open: boolean }
  /** How the file stands with the other laptops. What changed in the file itself is said by `changed`. */
  | { readonly kind: 'sync-changed'; readonly state: SyncState }
  /** Somebody came, left, or held more of the room's log: `room.state` is to be read again. */
  | { readonly kind: 'room-changed' }
  /** The host asks the window to open this path (second instance, double click, command line). */
  | { readonly kind: 'open-requested'; readonly path: string }
  /** An entry of the application menu that a screen carries out. */
  | { readonly kind: 'menu'; readonly command: MenuCommand }

export type MenuCommand = 'file.new' | 'file.open' | 'file.lock' | 'edit.undo' | 'edit.redo' | 'help.guide'
