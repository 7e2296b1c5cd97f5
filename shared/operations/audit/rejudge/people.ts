import type { AuditedOperation } from '../checkCommit.ts'

/** [SY14] Who may write, as the accepted acts of the control scope leave it. */
export interface People {
  readonly devices: Map<string, KnownDevice>
  /** By user; those that were ended are not there. */
  readonly mandates: Map<string, readonly HeldMandate[]>
  /** By user: the member that his last mandate to name one said he is, ended or not. */
  readonly lastMember: Map<string, string>
}

export interface KnownDevice {
  readonly user: string
  /** Last sequence that holds; null while nothing bounds it. */
  readonly lastSeq: number | null
  readonly forked: boolean
}

export interface HeldMandate {
  readonly id: string
  readonly role: string
  readonly memberId: string | null
}

export const noPeople = (): People => ({
  devices: new Map(),
  mandates: new Map(),
  lastMember: new Map(),
})

export const copyOf = ({ devices, mandates, lastMember }: People): People => ({
  devices: new Map(devices),
  mandates: new Map(mandates),
  lastMember: new Map(lastMember),
})

/** What one accepted operation of the control scope does. False when it founds again what was there. */
export function afterControl(people: People, { k, e, d }: AuditedOperation): boolean {
  const id = e.slice(e.indexOf('/') + 1)
  switch (k) {
    case 'device.enrol@1': {
      if (people.devices.has(id)) return false
      people.devices.set(id, { user: String(d.user), lastSeq: null, forked: false })
      return true
    }
    case 'device.revoke@1': {
      const device = people.devices.get(id)
      const lastSeq = Number(d.lastSeq)
      if (device !== undefined)
        people.devices.set(id, { ...device, lastSeq: Math.min(lastSeq, device.lastSeq ?? lastSeq) })
      return true
    }
    case 'mandate.give@1': {
      const isThere = [...people.mandates.values()].some((held) => held.some((each) => each.id === id))
      if (isThere) return false
      give(people, String(d.user), {
        id,
        role: String(d.role),
        memberId: typeof d.memberId === 'string' ? d.memberId : null,
      })
      return true
    }
    case 'mandate.end@1':
      for (const [user, held] of people.mandates)
        if (held.some((each) => each.id === id))
          people.mandates.set(
            user,
            held.filter((each) => each.id !== id),
          )
      return true
    default:
      return true
  }
}

export function give(people: People, user: string, mandate: HeldMandate): void {
  people.mandates.set(user, [...(people.mandates.get(user) ?? []), mandate])
  if (mandate.memberId !== null) people.lastMember.set(user, mandate.memberId)
}

/** [SY3] The members whose recusals bind this user: an interest does not end with the mandate. */
export function membersBinding(people: People, user: string): readonly string[] {
  const last = people.lastMember.get(user)
  const held = (people.mandates.get(user) ?? []).flatMap(({ memberId }) => memberId ?? [])
  return last === undefined ? held : [...held, last]
}
