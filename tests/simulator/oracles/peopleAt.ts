import type { Cast } from '../meeting/cast.ts'
import type { LoggedCommit, LoggedOperation } from './loggedCommit.ts'

/** Who may do what, as the accepted control operations say so far. */
export interface People {
  readonly deviceUser: Readonly<Record<string, string>>
  /** Last sequence of a device that holds, once it is revoked. */
  readonly revokedAfter: Readonly<Record<string, number>>
  readonly mandates: readonly Held[]
  /** By user: the member that he was last said to be. A recusal outlives the mandate. */
  readonly lastMember: Readonly<Record<string, string>>
}

export interface Held {
  readonly id: string
  readonly user: string
  readonly role: string
  readonly memberId: string | null
  readonly dossiers: readonly string[]
}

export const nobody: People = { deviceUser: {}, revokedAfter: {}, mandates: [], lastMember: {} }

export function peopleAfter(people: People, commit: LoggedCommit): People {
  return commit.verdict === 'ok' ? (commit.operations ?? []).reduce(afterOne, people) : people
}

function afterOne(people: People, { kind, entity, data }: LoggedOperation): People {
  const id = entity.slice(entity.indexOf('/') + 1)
  switch (kind) {
    case 'device.enrol@1':
      return { ...people, deviceUser: { ...people.deviceUser, [id]: String(data.user) } }
    case 'device.revoke@1':
      return { ...people, revokedAfter: { ...people.revokedAfter, [id]: Number(data.lastSeq) } }
    case 'mandate.give@1': {
      const { user, role, memberId, dossiers } = data as unknown as Omit<Held, 'id'>
      const lastMember = memberId === null ? people.lastMember : { ...people.lastMember, [user]: memberId }
      return { ...people, mandates: [...people.mandates, { id, user, role, memberId, dossiers }], lastMember }
    }
    case 'mandate.end@1':
      return { ...people, mandates: people.mandates.filter((held) => held.id !== id) }
    default:
      return people
  }
}

/** Who there is before the first entry. */
export const foundingPeople = ({ people }: Cast): People => ({
  deviceUser: Object.fromEntries(people.map(({ address }) => [address, address])),
  revokedAfter: {},
  mandates: people.map(({ address, role, memberId }) => ({
    id: `of-${address}`,
    user: address,
    role,
    memberId,
    dossiers: role === 'guest' ? ['d1'] : [],
  })),
  lastMember: Object.fromEntries(
    people.flatMap(({ address, memberId }) => (memberId === null ? [] : [[address, memberId]])),
  ),
})
