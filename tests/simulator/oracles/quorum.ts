import type { LoggedCommit, LoggedOperation } from './loggedCommit.ts'
import type { Recusals } from './recusals.ts'

/** The room, counted a second time: members in office, who is there, which point is of which candidature. */
export interface RoomCount {
  readonly inOffice: ReadonlySet<string>
  readonly present: ReadonlySet<string>
  readonly candidatureOf: Readonly<Record<string, string>>
}

export const emptyRoom: RoomCount = { inOffice: new Set(), present: new Set(), candidatureOf: {} }

export function roomAfter(room: RoomCount, { kind, entity, data }: LoggedOperation): RoomCount {
  switch (kind) {
    case 'member.add@1':
      return data.inOffice && data.voice === 'deliberative'
        ? { ...room, inOffice: new Set([...room.inOffice, entity.slice('member/'.length)]) }
        : room
    case 'session.plan@1': {
      const agenda = data.agenda as readonly { readonly id: string; readonly candidatureId: string }[]
      return {
        ...room,
        candidatureOf: Object.fromEntries(agenda.map((item) => [item.id, item.candidatureId])),
      }
    }
    case 'session.attend@1':
      return {
        ...room,
        present: withOrWithout(room.present, String(data.memberId), data.status === 'present'),
      }
    case 'session.move@1':
      return { ...room, present: withOrWithout(room.present, String(data.memberId), data.kind === 'arrives') }
    default:
      return room
  }
}

/**
 * [CO2] for the instance of these worlds (a commission interne): at least half of those in office, recused members taken
 * out of those present, proxies not counted. One sentence when an accepted outcome stands without it, or has more voices
 * than there are voters.
 */
export function whyNoQuorum(
  commit: LoggedCommit,
  operation: LoggedOperation,
  room: RoomCount,
  recusals: Recusals,
): string | null {
  const outcome = operation.data.outcome as Outcome | null
  if (operation.kind !== 'session.decide@1' || outcome === null || outcome.opinion === 'deferred') return null
  const candidature = room.candidatureOf[String(operation.data.itemId)]
  const voters = [...room.present].filter(
    (id) => room.inOffice.has(id) && !recusals.has(`${candidature}/${id}`),
  ).length
  const required = Math.max(1, Math.ceil(room.inOffice.size / 2))
  if (voters < required) return `decided at ${commit.g} by ${voters} where ${required} are asked`
  const { vote } = outcome
  const voices = vote === null ? 0 : vote.for + vote.against + vote.abstention + vote.notTakingPart
  return voices > voters ? `${voices} voices of ${voters} voters at ${commit.g}` : null
}

interface Outcome {
  readonly opinion: string
  readonly vote: {
    readonly for: number
    readonly against: number
    readonly abstention: number
    readonly notTakingPart: number
  } | null
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const after = new Set(ids)
  if (isIn) after.add(id)
  else after.delete(id)
  return after
}
