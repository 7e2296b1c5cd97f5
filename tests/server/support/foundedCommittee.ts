import type { FileState } from '#shared/operations/authority/adoptStates.ts'
import { openWorld } from '#tests/operations/support/committee.ts'
import { type Laptop, laptop, type ServerPlace } from './laptop.ts'

/** A committee as its file holds it, before any server. */
export function committeeStates(): readonly FileState[] {
  return [...openWorld().store.scan('aggregate')].map(([entity, { version, state }]) => ({
    entity,
    version,
    state,
  }))
}

/** The first administrator is the secretary too, and brings the file. */
export async function foundedCommittee(
  place: ServerPlace,
  firstCode: string,
  states: readonly FileState[] = committeeStates(),
): Promise<Laptop> {
  const secretary = laptop(place, 'd-secretary')
  await secretary.join(firstCode, 'Camille Secrétaire')
  const given = await secretary.ask('POST', 'mandates', { userId: secretary.user(), role: 'secretariat' })
  if (given.status !== 201) throw new Error(`mandate: ${JSON.stringify(given.body)}`)
  const brought = await secretary.bring('file-1', states)
  if (brought.status !== 200) throw new Error(`founding: ${JSON.stringify(brought.body)}`)
  return secretary
}

/** Invited by the secretary, joined, not connected. */
export async function joinedMember(
  secretary: Laptop,
  place: ServerPlace,
  name: string,
  invitation: Record<string, unknown> = { role: 'member', memberId: `m-${name}` },
): Promise<Laptop> {
  const invited = await secretary.ask('POST', 'invitations', { name, ...invitation })
  if (invited.status !== 201) throw new Error(`invitation: ${JSON.stringify(invited.body)}`)
  const member = laptop(place, `d-${name}`)
  await member.join(invited.body.code)
  return member
}
