import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import type { KnownPerson, SharedSelf } from '#shared/usecases/sharingPorts.ts'
import type { SyncSettings } from './syncSettings.ts'

/** Whom a shared file belongs to on this machine; its device is kept apart, it may change. */
export type FileSelf = Omit<SharedSelf, 'device'>

/** Null while the file is alone. */
export const readSelf = (settings: SyncSettings): FileSelf | null =>
  settings.read(name) as unknown as FileSelf | null

export const writeSelf = (settings: SyncSettings, self: FileSelf): void =>
  settings.write(name, self as unknown as Json)

/** The member that this person is, by a mandate in force; null for the service. */
export const memberOf = ({ mandates }: { readonly mandates: readonly Mandate[] }): string | null =>
  mandates.find(({ ended, memberId }) => !ended && memberId !== null)?.memberId ?? null

/**
 * A user as the product names people: the member that he is, the service otherwise; and his name, null when nobody told it.
 */
export function authorOf(
  settings: SyncSettings,
  user: string,
): { readonly actor: string; readonly name: string | null } {
  const self = readSelf(settings)
  if (self?.user === user) return { actor: memberOf(self) ?? serviceActor, name: self.name }
  const known = readPeople(settings).find((person) => person.user === user)
  if (known === undefined) return { actor: user, name: null }
  return { actor: known.memberId ?? serviceActor, name: known.name }
}

/** The profile that unlocks the whole file. */
export const serviceActor = 'secretary'

export const readPeople = (settings: SyncSettings): readonly KnownPerson[] =>
  (settings.read(peopleName) as unknown as readonly KnownPerson[] | null) ?? []

export const writePeople = (settings: SyncSettings, people: readonly KnownPerson[]): void =>
  settings.write(peopleName, people as unknown as Json)

const peopleName = 'people'

/** Names of the host's settings begin with `host/`. */
const name = 'self'
