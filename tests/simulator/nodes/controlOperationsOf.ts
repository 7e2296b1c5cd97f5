import type { ControlData, ControlKind } from '#shared/operations/control/controlOperation.ts'
import type { Act } from '../meeting/act.ts'
import { type Cast, chairLaptop, type Person, secretary, sessionId } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'

/** What an administrator says: one commit of the control scope each. */
export function controlOperationsOf(
  act: Act,
  person: Person,
  cast: Cast,
): readonly (readonly NewOperation[])[] {
  if (person.role !== 'administrator') return []
  const chosen = (n: number) => cast.people[n % cast.people.length]?.address ?? secretary
  switch (act.kind) {
    case 'revoke': {
      const cause = act.compromised ? 'compromised' : 'retired'
      // Who revokes knows the last commit that he trusts: a few of the first.
      return [
        [
          control('device.revoke@1', `device/${chosen(act.person)}`, {
            lastSeq: 3 + (act.person % 5),
            cause,
          }),
        ],
      ]
    }
    case 'end-mandate': {
      const user = chosen(act.person)
      const ended = [control('mandate.end@1', `mandate/of-${user}`, {})]
      if (act.person % 2 === 0) return [ended]
      // Who leaves the committee for the office is still bound by what he was recused from.
      const asAgent = { user, role: 'instructor', memberId: null, dossiers: [] } as const
      return [ended, [control('mandate.give@1', `mandate/agent-${user}`, asAgent)]]
    }
    case 'grant-lease':
      return [
        [
          control('lease.grant@1', `lease/${leaseId}`, {
            session: sessionId,
            hub: secretary,
            successors: [chairLaptop],
            from: 0,
            to: 4_000_000_000_000,
          }),
        ],
      ]
    case 'void-lease':
      // Whichever there is.
      return [leaseId, ...[secretary, chairLaptop].map(emergencyId)].map((id) => [
        control('lease.void@1', `lease/${id}`, { reason: 'le portable est perdu' }),
      ])
    default:
      return []
  }
}

export const leaseId = 'lease-1'

/** Of the lease that this laptop opens without the centre. */
export const emergencyId = (address: string): string => `urgent-${address}`

/** Control operations are of the same commits as the others; the type of the file's own operations does not name them. */
export const control = <K extends ControlKind>(kind: K, entity: string, data: ControlData[K]): NewOperation =>
  ({ kind, entity, data }) as unknown as NewOperation
