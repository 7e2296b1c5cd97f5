import type { Member } from './committee.ts'

/**
 * [CO9] The committee as it sits: the full member whose place is taken leaves the office, his substitute (suppléant)
 * enters it with his voice, so that the base of the quorum is the same. A substitute who does not sit has no voice and
 * is in no count. `substitutions`: substitute by id of the full member.
 */
export function seatedMembers(
  members: readonly Member[],
  substitutions: Readonly<Record<string, string>>,
): readonly Member[] {
  const byId = new Map(members.map((member) => [member.id, member]))
  const replacedBy = new Map<string, Member>()
  for (const [fullId, substituteId] of Object.entries(substitutions)) {
    const full = byId.get(fullId)
    if (full && byId.has(substituteId)) replacedBy.set(substituteId, full)
  }
  const replaced = new Set([...replacedBy.values()].map(({ id }) => id))
  return members.map((member) => {
    const full = replacedBy.get(member.id)
    if (full) return { ...member, inOffice: full.inOffice, voice: full.voice }
    const isOut = replaced.has(member.id) || member.substituteOf !== null
    return isOut ? { ...member, inOffice: false } : member
  })
}
