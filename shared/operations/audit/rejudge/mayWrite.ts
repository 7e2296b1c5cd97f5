import type { FaultCode } from '../auditReport.ts'
import type { AuditedOperation } from '../checkCommit.ts'
import type { HeldMandate } from './people.ts'

/**
 * [SY9, SY10, SY12, SY14, SY30] Why somebody with these mandates may not sign this operation; null when he may. Written a
 * second time, from the rules and not from the tables of the judge.
 * @param isChair whether this member is the chair; null when the auditor does not know the members.
 */
export function whyNotWritten(
  held: readonly HeldMandate[],
  operation: AuditedOperation,
  isChair: (memberId: string) => boolean | null,
): FaultCode | null {
  const reasons = held.map((mandate) => whyNot(mandate, operation, isChair))
  return reasons.some((reason) => reason === null)
    ? null
    : (reasons.find((reason) => reason !== 'no-right') ?? 'no-right')
}

function whyNot(
  { role, memberId }: HeldMandate,
  { k, e, ob }: AuditedOperation,
  isChair: (memberId: string) => boolean | null,
): FaultCode | null {
  const [kind = '', , person = ''] = e.split('/')
  const is = (...roles: readonly string[]): FaultCode | null => (roles.includes(role) ? null : 'no-right')
  if (control.includes(kind)) return mayControl(kind, k, is)
  // Only the secretariat keys what another said.
  if (ob !== null && role !== 'secretariat' && ob !== memberId) return 'no-right'
  switch (kind) {
    case 'committee':
    case 'member':
    case 'call':
    case 'issuer':
    case 'template':
      return is('secretariat')
    case 'grid':
      return k === 'grid.lock@1' ? is('secretariat', 'chair') : is('secretariat')
    case 'scenario':
      return k === 'scenario.adopt@1' ? is('secretariat', 'chair') : is('secretariat')
    case 'dossier':
    case 'candidature':
    case 'instruction':
    case 'import':
    case 'document':
      return is('secretariat', 'instructor')
    case 'session':
      return is('secretariat', 'chair')
    case 'sheet':
      if (person === 'collegial' || k === 'sheet.countersign@1')
        return k === 'sheet.countersign@1' ? is('secretariat') : is('secretariat', 'chair')
      if (role === 'secretariat') return ob === person || memberId === person ? null : 'not-the-writer'
      if (is('chair', 'member', 'guest') !== null) return 'no-right'
      return memberId === person ? null : 'not-the-writer'
    case 'recusal':
      if (k === 'recusal.declare@1') {
        if (role === 'secretariat') return ob === null || ob === person ? null : 'not-the-writer'
        if (is('chair', 'member') !== null) return 'no-right'
        return memberId === person ? null : 'not-the-writer'
      }
      if (role === 'chair') return memberId === person ? 'own-recusal' : null
      if (role !== 'secretariat') return 'no-right'
      return ob !== null && isChair(ob) !== false ? null : 'not-the-writer'
    default:
      return 'no-right'
  }
}

const control: readonly string[] = ['user', 'device', 'mandate', 'lease', 'erasure']

function mayControl(
  kind: string,
  k: string,
  is: (...roles: readonly string[]) => FaultCode | null,
): FaultCode | null {
  if (kind === 'erasure') return is('administrator', 'secretariat')
  if (k === 'lease.open@1') return is('secretariat', 'chair')
  return kind === 'lease' ? is('administrator', 'secretariat', 'chair') : is('administrator')
}
