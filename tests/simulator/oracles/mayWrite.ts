import type { LoggedCommit, LoggedOperation } from './loggedCommit.ts'
import type { People } from './peopleAt.ts'

/**
 * [SY3] [SY9] [SY10] [SY12] [SY14], written a second time and shorter: why the author of an accepted commit had no right to
 * it, or null. It knows nothing of the table that the core reads.
 */
export function whyNotAllowed(commit: LoggedCommit, people: People): string | null {
  const { device, user, seq } = commit
  if (people.deviceUser[device] !== user) return `${device} is not a device of ${user}`
  if (seq > (people.revokedAfter[device] ?? Number.POSITIVE_INFINITY))
    return `${device} is revoked before ${seq}`
  const held = people.mandates.filter((mandate) => mandate.user === user)
  for (const operation of commit.operations ?? [])
    if (!held.some(({ role, memberId }) => allows(role, memberId, operation)))
      return `${user} (${held.map(({ role }) => role).join(', ') || 'no mandate'}) may not ${operation.kind} ${operation.entity}`
  return null
}

function allows(role: string, memberId: string | null, operation: LoggedOperation): boolean {
  const { aggregate, kind, entity, onBehalfOf } = operation
  const person = entity.split('/')[2]
  // Only the secretariat keys what another said.
  if (onBehalfOf !== null && role !== 'secretariat') return false
  switch (aggregate) {
    case 'committee':
    case 'member':
    case 'grid':
    case 'call':
    case 'issuer':
    case 'template':
    case 'scenario':
      return (
        role === 'secretariat' ||
        (role === 'chair' && (kind === 'scenario.adopt@1' || kind === 'grid.lock@1'))
      )
    case 'dossier':
    case 'candidature':
    case 'instruction':
    case 'import':
    case 'document':
      return role === 'secretariat' || role === 'instructor'
    case 'sheet':
      if (role === 'secretariat') return onBehalfOf === person || person === 'collegial'
      return memberId !== null && memberId === person && ['chair', 'member', 'guest'].includes(role)
    case 'recusal':
      if (kind !== 'recusal.declare@1') return role === 'chair' || role === 'secretariat'
      return role === 'secretariat' || (memberId === person && (role === 'chair' || role === 'member'))
    case 'session':
      return role === 'secretariat' || role === 'chair'
    case 'erasure':
      return role === 'administrator' || role === 'secretariat'
    case 'lease':
      return ['administrator', 'secretariat', 'chair'].includes(role)
    default:
      return role === 'administrator'
  }
}
