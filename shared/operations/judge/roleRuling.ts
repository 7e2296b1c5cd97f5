import type { Member } from '#shared/domain/committee/committee.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { centreUser } from '../control/centreUser.ts'
import type { Mandate, Role } from '../rights/mandate.ts'
import { isControlKind, undoers, writers } from '../rights/writers.ts'
import { pairOf } from '../scopes/scopeOf.ts'
import { isAggregateKind } from './isEntityOf.ts'
import type { Trial } from './trial.ts'

/**
 * The right of the author: a standing mandate whose role may sign this kind, and for what has one writer, the right person
 * [SY9, SY10]. Refusals are `forbidden`: `role`, `single-writer`, `on-behalf`.
 */
export function roleRuling(trial: Trial): Ruling {
  const { commit, operation, rows } = trial
  const mandates = rows.row('mandates', commit.header.usr)?.list ?? []
  const allowed = rolesFor(trial)
  const held = mandates.filter(({ ended, role }) => !ended && allowed.includes(role))
  if (held.length === 0) return { verdict: 'forbidden', code: 'role' }
  const rulings = held.map((mandate) => personRuling(trial, mandate))
  const [first] = rulings
  const byRight = rulings.find(({ verdict }) => verdict === 'ok')
  if (byRight !== undefined) return byRight
  return operation.ob === undefined && first !== undefined
    ? first
    : { verdict: 'forbidden', code: 'on-behalf' }
}

function rolesFor({ kind, operation }: Trial): readonly Role[] {
  if (kind !== 'aggregate.revert@1') return writers[kind]
  const aggregate = operation.e.slice(0, operation.e.indexOf('/'))
  return isAggregateKind(aggregate) ? undoers[aggregate] : []
}

/**
 * Whether this mandate signs in the right name. The secretariat keys on behalf of others, the centre does what a user asked
 * of the accounts; nobody else does.
 */
function personRuling(trial: Trial, mandate: Mandate): Ruling {
  const { kind, operation, commit } = trial
  if (commit.header.usr === centreUser && isControlKind(kind)) return accepted
  const { ob } = operation
  const bySecretariat = mandate.role === 'secretariat'
  const aggregate = operation.e.slice(0, operation.e.indexOf('/'))
  const { person } = pairOf(operation.e.slice(aggregate.length + 1))
  // The collegial sheet is nobody's; who leads the room in place of the chair holds of recusals in the name of the chair.
  const namesNobodyElse =
    ob === undefined ||
    ob === mandate.memberId ||
    (aggregate === 'sheet' && ob === collegialEvaluator) ||
    (aggregate === 'recusal' && mandate.role === 'chair' && isChair(trial, ob))
  if (!bySecretariat && !namesNobodyElse) return onBehalf
  // What it takes back it wrote itself [SY29], in the name of whom it wrote then.
  if (bySecretariat && kind === 'aggregate.revert@1') return accepted
  if (aggregate === 'sheet') {
    if (person === collegialEvaluator) return isRoom(mandate) ? accepted : singleWriter
    if (bySecretariat) return ob === person || mandate.memberId === person ? accepted : onBehalf
    return mandate.memberId === person ? accepted : singleWriter
  }
  if (aggregate !== 'recusal') return accepted
  if (kind === 'recusal.declare@1') {
    if (bySecretariat) return ob === undefined || ob === person ? accepted : onBehalf
    return mandate.memberId === person ? accepted : singleWriter
  }
  // Assessed, lifted or taken back: by the chair, or by the secretariat in the name of the chair [SY10].
  // Nobody opens to himself what his own recusal closes.
  if (mandate.role === 'chair') return mandate.memberId === person ? onBehalf : accepted
  if (ob !== undefined) return isChair(trial, ob) ? accepted : onBehalf
  return hasChair(trial) ? onBehalf : accepted
}

/** A committee without a chair leaves it to its secretariat. */
const hasChair = (trial: Trial): boolean =>
  (trial.rows.row('index', 'members')?.ids ?? []).some((id) => isChair(trial, id))

function isChair({ rows }: Trial, memberId: string): boolean {
  const member = rows.row('aggregate', `member/${memberId}`)?.state as Member | null | undefined
  return member?.role === 'chair'
}

const isRoom = ({ role }: Mandate): boolean => role === 'secretariat' || role === 'chair'
const onBehalf: Ruling = { verdict: 'forbidden', code: 'on-behalf' }
const singleWriter: Ruling = { verdict: 'forbidden', code: 'single-writer' }
