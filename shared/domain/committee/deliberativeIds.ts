import type { Member } from './committee.ts'

/** Ids of the members in office whose voice counts. Consultative voices enter no quorum, no vote, no proxy ([CO3]). */
export const deliberativeIds = (members: readonly Member[]): ReadonlySet<string> =>
  new Set(
    members.filter((member) => member.inOffice && member.voice === 'deliberative').map((member) => member.id),
  )
