import type { ControlKind } from '../control/controlOperation.ts'
import type { AggregateKind, OperationKind } from '../operation.ts'
import type { Role } from './mandate.ts'

/** Every kind of operation that an authority knows. */
export type AnyKind = OperationKind | ControlKind

const secretariat = ['secretariat'] as const
const room = ['secretariat', 'chair'] as const
const service = ['secretariat', 'instructor'] as const
const evaluators = ['secretariat', 'chair', 'member', 'guest'] as const
const members = ['secretariat', 'chair', 'member'] as const
const administrator = ['administrator'] as const
const keepers = ['secretariat', 'administrator'] as const
const leaseGivers = ['secretariat', 'chair', 'administrator'] as const

/**
 * [SY30] Which roles may sign which kind. Total: a new kind does not compile until somebody decided. What a role may do
 * *to which aggregate, in which state* is for the rules of the entity (`judge/`).
 */
export const writers = {
  'committee.define@1': secretariat,
  'committee.change@1': secretariat,
  'member.add@1': secretariat,
  'member.change@1': secretariat,
  'grid.draft@1': secretariat,
  'grid.change@1': secretariat,
  'grid.lock@1': room,
  'call.open@1': secretariat,
  'call.change@1': secretariat,
  'issuer.change@1': secretariat,
  'dossier.register@1': service,
  'dossier.change@1': service,
  'candidature.submit@1': service,
  'candidature.change@1': service,
  'instruction.change@1': service,
  'import.record@1': service,
  'document.issue@1': service,
  'document.issue@2': service,
  'document.return@1': service,
  'template.add@1': secretariat,
  'template.revise@1': secretariat,
  'template.use@1': secretariat,
  'scenario.open@1': secretariat,
  'scenario.rename@1': secretariat,
  'scenario.set-line@1': secretariat,
  'scenario.adopt@1': room,
  'scenario.set-aside@1': secretariat,
  'sheet.mark@1': evaluators,
  'sheet.fill@1': evaluators,
  'sheet.file@1': evaluators,
  'sheet.reopen@1': evaluators,
  'sheet.countersign@1': secretariat,
  'recusal.declare@1': members,
  'recusal.lift@1': room,
  'recusal.assess@1': room,
  'session.plan@1': room,
  'session.change@1': room,
  'session.attend@1': room,
  'session.move@1': room,
  'session.give-proxy@1': room,
  'session.sign-proxy@1': room,
  'session.withdraw-proxy@1': room,
  'session.open@1': room,
  'session.write-debate@1': room,
  'session.keep-draft@1': room,
  'session.decide@1': room,
  'session.amend@1': room,
  'session.substitute@1': room,
  'session.travel@1': room,
  'session.point@1': room,
  'session.pause@1': room,
  'session.resume@1': room,
  'session.reveal@1': room,
  'session.correct-hour@1': room,
  'session.explain@1': room,
  'session.rectify@1': room,
  'session.close@1': room,
  'session.minutes@1': room,
  'session.record-act@1': room,
  // Undoing is writing: {@link undoers} names the roles by aggregate.
  'aggregate.revert@1': ['secretariat', 'chair', 'member', 'instructor', 'guest'],
  'user.invite@1': administrator,
  'user.change@1': administrator,
  'device.enrol@1': administrator,
  'device.revoke@1': administrator,
  'device.found@1': administrator,
  'mandate.give@1': administrator,
  'mandate.end@1': administrator,
  'lease.grant@1': leaseGivers,
  'lease.open@1': room,
  'lease.void@1': leaseGivers,
  'erasure.order@1': keepers,
} as const satisfies Record<AnyKind, readonly Role[]>

/** Which roles may take back which kind of aggregate. */
export const undoers = {
  committee: secretariat,
  member: secretariat,
  grid: secretariat,
  call: secretariat,
  issuer: secretariat,
  dossier: service,
  candidature: service,
  instruction: service,
  import: service,
  document: service,
  template: secretariat,
  scenario: secretariat,
  sheet: evaluators,
  // Taking a declaration back ends it: as lifting does.
  recusal: room,
  session: room,
} as const satisfies Record<AggregateKind, readonly Role[]>

export const isKnownKind = (kind: string): kind is AnyKind => Object.hasOwn(writers, kind)

export const isControlKind = (kind: AnyKind): kind is ControlKind =>
  /^(user|device|mandate|lease|erasure)\./.test(kind)
