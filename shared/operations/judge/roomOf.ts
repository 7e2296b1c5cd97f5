import type { Committee, Member, Recusal } from '#shared/domain/committee/committee.ts'
import { recusalId } from '#shared/domain/committee/committee.ts'
import { seatedMembers } from '#shared/domain/committee/seatedMembers.ts'
import type { Room } from '#shared/domain/session/room.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'

/** The committee as it sits, with the recusals on one candidature (null: none). Lookups: as many as there are members. */
export function roomOf(rows: Pick<Draft, 'row'>, session: Session, candidatureId: string | null): Room {
  const ids = (key: string): readonly string[] => rows.row('index', key)?.ids ?? []
  const state = <T>(entity: string): readonly T[] => {
    const found = rows.row('aggregate', entity)?.state ?? null
    return found === null ? [] : [found as unknown as T]
  }
  const [committee] = ids('committee').flatMap((id) => state<Committee>(`committee/${id}`))
  const members = ids('members').flatMap((id) => state<Member>(`member/${id}`))
  const recusals =
    candidatureId === null
      ? []
      : ids(`recusals/${candidatureId}`).flatMap((id) =>
          state<Recusal>(`recusal/${recusalId(candidatureId, id)}`),
        )
  return {
    instanceType: committee?.instanceType ?? 'jury_ad_hoc',
    proxiesPerHolder: committee?.proxiesPerHolder ?? 1,
    members: seatedMembers(members, session.substitutions),
    recusals,
  }
}
