import { collegialEvaluator, type Sheet } from '#shared/domain/scoring/sheet.ts'
import type { Attendance, Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type AggregateState, type AggregateStates, type Operation, parseEntity } from './operation.ts'

/**
 * The fold: the state of an aggregate after one more operation. Pure and total, the same on every machine and in every
 * later version of the program. `stateAt(version)` gives an earlier state of the same aggregate, for `aggregate.revert`.
 *
 * Refusals: `entity.missing` (a change of what does not exist), `entity.exists` (a second creation).
 * Whether an act is *allowed* is decided before it is signed, by the use cases with the domain's rules; the fold only
 * refuses what has no meaning.
 */
export function applyOperation(
  state: AggregateState | null,
  operation: Operation,
  stateAt: (version: number) => AggregateState | null,
): Result<AggregateState | null> {
  const { id } = parseEntity(operation.entity)
  switch (operation.kind) {
    case 'committee.define@1':
    case 'member.add@1':
    case 'call.open@1':
    case 'dossier.register@1':
    case 'import.record@1':
    case 'document.issue@1':
      return create(state, operation, { id, ...operation.data })
    case 'grid.draft@1':
      return create(state, operation, { id, ...operation.data, status: 'draft' })
    case 'candidature.submit@1':
      return create(state, operation, { id, ...operation.data, status: 'submitted', mergedInto: null })
    case 'session.plan@1':
      return create(state, operation, { id, ...operation.data, ...beforeOpening })
    case 'committee.change@1':
    case 'member.change@1':
    case 'grid.change@1':
    case 'call.change@1':
    case 'dossier.change@1':
    case 'candidature.change@1':
    case 'session.change@1':
      // The operation's kind fixes which aggregate its changes belong to; the union cannot express that pairing.
      return change(state, operation, (current) => ({ ...current, ...operation.data.set }) as AggregateState)
    case 'grid.lock@1':
      return change(state, operation, (grid) => ({ ...(grid as AggregateStates['grid']), status: 'locked' }))
    case 'sheet.mark@1':
    case 'sheet.fill@1':
    case 'sheet.file@1':
    case 'sheet.reopen@1':
      return ok(sheetAfter((state as Sheet | null) ?? emptySheet(id), operation))
    case 'recusal.declare@1': {
      const [candidatureId = '', memberId = ''] = id.split('/')
      return ok({ candidatureId, memberId, ...operation.data, status: 'effective', liftedReason: '' })
    }
    case 'recusal.lift@1':
      return change(state, operation, (recusal) => ({
        ...(recusal as AggregateStates['recusal']),
        status: 'lifted',
        liftedReason: operation.data.reason,
      }))
    case 'session.attend@1':
    case 'session.move@1':
    case 'session.give-proxy@1':
    case 'session.withdraw-proxy@1':
    case 'session.open@1':
    case 'session.write-debate@1':
    case 'session.keep-draft@1':
    case 'session.decide@1':
    case 'session.close@1':
      return change(state, operation, (session) => sessionAfter(session as Session, operation))
    case 'aggregate.revert@1':
      return ok(stateAt(operation.data.toVersion))
  }
}

function create(
  state: AggregateState | null,
  operation: Operation,
  created: AggregateState,
): Result<AggregateState> {
  return state === null ? ok(created) : refuse('entity.exists', { entity: operation.entity })
}

function change(
  state: AggregateState | null,
  operation: Operation,
  next: (state: AggregateState) => AggregateState,
): Result<AggregateState> {
  return state === null ? refuse('entity.missing', { entity: operation.entity }) : ok(next(state))
}

function emptySheet(id: string): Sheet {
  const [candidatureId = '', evaluatorId = collegialEvaluator] = id.split('/')
  return { candidatureId, evaluatorId, gridId: '', marks: {}, status: 'draft' }
}

function sheetAfter(
  sheet: Sheet,
  operation: Operation<'sheet.mark@1' | 'sheet.fill@1' | 'sheet.file@1' | 'sheet.reopen@1'>,
): Sheet {
  switch (operation.kind) {
    case 'sheet.mark@1': {
      const { gridId, criterionCode, mark } = operation.data
      const { [criterionCode]: _replaced, ...others } = sheet.marks
      return { ...sheet, gridId, marks: mark === null ? others : { ...others, [criterionCode]: mark } }
    }
    case 'sheet.fill@1':
      return { ...sheet, gridId: operation.data.gridId, marks: { ...sheet.marks, ...operation.data.marks } }
    case 'sheet.file@1':
      return { ...sheet, status: 'filed' }
    case 'sheet.reopen@1':
      return { ...sheet, status: 'draft' }
  }
}

const beforeOpening = {
  status: 'planned',
  openedAt: null,
  closedAt: null,
  chairId: null,
  secretaryId: null,
  attendance: {},
  proxies: [],
  discussion: '',
  closing: null,
} as const

type SessionAct = Operation<
  | 'session.attend@1'
  | 'session.move@1'
  | 'session.give-proxy@1'
  | 'session.withdraw-proxy@1'
  | 'session.open@1'
  | 'session.write-debate@1'
  | 'session.keep-draft@1'
  | 'session.decide@1'
  | 'session.close@1'
>

function sessionAfter(session: Session, operation: SessionAct): Session {
  switch (operation.kind) {
    case 'session.attend@1': {
      const { memberId, status } = operation.data
      const movements = session.attendance[memberId]?.movements ?? []
      return withAttendance(session, memberId, { status, inRoom: status === 'present', movements })
    }
    case 'session.move@1': {
      const { memberId, kind, at, itemId } = operation.data
      const movements = [...(session.attendance[memberId]?.movements ?? []), { kind, at, itemId }]
      return withAttendance(session, memberId, { status: 'present', inRoom: kind === 'arrives', movements })
    }
    case 'session.give-proxy@1': {
      const others = session.proxies.filter((proxy) => proxy.giverId !== operation.data.giverId)
      return { ...session, proxies: [...others, operation.data] }
    }
    case 'session.withdraw-proxy@1':
      return {
        ...session,
        proxies: session.proxies.filter((proxy) => proxy.giverId !== operation.data.giverId),
      }
    case 'session.open@1': {
      const { at, chairId, secretaryId } = operation.data
      return { ...session, status: 'open', openedAt: at, chairId, secretaryId }
    }
    case 'session.write-debate@1':
      return withItem(session, operation.data.itemId, { debate: operation.data.text })
    case 'session.keep-draft@1':
      return withItem(session, operation.data.itemId, { draft: operation.data.draft })
    case 'session.decide@1':
      return withItem(session, operation.data.itemId, { outcome: operation.data.outcome })
    case 'session.close@1': {
      const { at, number, factsDigest } = operation.data
      return { ...session, status: 'closed', closedAt: at, closing: { number, factsDigest } }
    }
  }
}

const withAttendance = (session: Session, memberId: string, attendance: Attendance): Session => ({
  ...session,
  attendance: { ...session.attendance, [memberId]: attendance },
})

const withItem = (session: Session, itemId: string, set: Partial<Session['agenda'][number]>): Session => ({
  ...session,
  agenda: session.agenda.map((item) => (item.id === itemId ? { ...item, ...set } : item)),
})
