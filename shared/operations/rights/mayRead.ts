import type { Draft } from '../authority/draft.ts'
import { controlScope } from '../control/controlOperation.ts'
import type { Mandate } from './mandate.ts'
import { boundMembers, recusedFrom } from './recusedFrom.ts'

/**
 * [SY3] Whether somebody with these mandates may read the bodies of a scope, by what holds now. A recusal in force binds
 * the person whatever the mandate: nobody reads, in any capacity, a dossier that he is recused from.
 */
export function mayRead(mandates: readonly Mandate[], scope: string, rows: Pick<Draft, 'row'>): boolean {
  const dossier = dossierIn(scope)
  if (dossier !== null && isClosedTo(mandates, dossier, rows)) return false
  return mandates.some((mandate) => !mandate.ended && givesToRead(mandate, scope, rows))
}

/** Whether somebody with these mandates is recused, as the member that he is or was, from a dossier. */
export const isClosedTo = (
  mandates: readonly Mandate[],
  dossier: string,
  rows: Pick<Draft, 'row'>,
): boolean => boundMembers(mandates).some((member) => recusedFrom(member, dossier, rows))

/** The dossier that a scope tells something of; null when none. */
export function dossierIn(scope: string): string | null {
  const parts = scope.split('/')
  if (parts[0] === 'dossier') return parts[1] ?? null
  if (parts[0] === 'office' && parts[1] === 'dossier') return parts[2] ?? null
  return parts[0] === 'session' && parts[2] === 'dossier' ? (parts[3] ?? null) : null
}

function givesToRead(mandate: Mandate, scope: string, rows: Pick<Draft, 'row'>): boolean {
  const parts = scope.split('/')
  const isSheet = parts[0] === 'dossier' && parts[2] === 'sheet'
  const isOwnSheet = isSheet && mandate.memberId !== null && parts[4] === mandate.memberId
  switch (mandate.role) {
    case 'administrator':
      return scope === controlScope
    case 'secretariat':
    case 'chair':
      return scope !== controlScope
    case 'instructor':
      return scope === 'shared' || parts[0] === 'office' || (parts[0] === 'dossier' && !isSheet)
    case 'member':
      if (scope === 'shared') return true
      if (parts[0] === 'session') return parts.at(-1) !== 'room'
      if (parts[0] === 'recusal') return parts[1] === mandate.memberId
      if (parts[0] !== 'dossier') return false
      return !isSheet || isOwnSheet || rows.row('revealed', parts[3] ?? '') !== null
    case 'guest':
      if (parts[0] !== 'dossier' || !mandate.dossiers.includes(parts[1] ?? '')) return false
      return !isSheet || isOwnSheet
  }
}
