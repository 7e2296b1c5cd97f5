import type { Member } from './committee.ts'

/**
 * [CO9] The committee as it sat at an earlier moment, from the committee as it sits now: while a full member who was
 * replaced later was in the room and his substitute was not, the place was still his.
 */
export function seatedWhile(
  seated: readonly Member[],
  substitutions: Readonly<Record<string, string>>,
  presentIds: readonly string[],
): readonly Member[] {
  const present = new Set(presentIds)
  const back = Object.entries(substitutions).filter(([fullId, id]) => present.has(fullId) && !present.has(id))
  if (back.length === 0) return seated
  const fullIds = new Set(back.map(([fullId]) => fullId))
  const substituteIds = new Set(back.map(([, id]) => id))
  return seated.map((member) =>
    fullIds.has(member.id)
      ? { ...member, inOffice: true }
      : substituteIds.has(member.id)
        ? { ...member, inOffice: false }
        : member,
  )
}
