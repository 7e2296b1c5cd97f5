import type { SyncRole } from '#shared/contract/syncAnswers.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'

/** By what right this laptop is held, as its screens say it: of several mandates the one that sees most. */
export function mainRole(mandates: readonly Mandate[]): {
  readonly role: SyncRole
  readonly memberId: string | null
} {
  const standing = mandates.filter(({ ended }) => !ended)
  const role = byReach.find((each) => standing.some((mandate) => mandate.role === each)) ?? 'guest'
  return { role, memberId: standing.find(({ memberId }) => memberId !== null)?.memberId ?? null }
}

const byReach: readonly SyncRole[] = [
  'secretariat',
  'chair',
  'instructor',
  'administrator',
  'member',
  'guest',
]
