import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { MeetingAct } from '../../../scripts/meeting/meetingActs.ts'
import type { MemberKey } from '../../../scripts/meeting/meetingPeople.ts'
import { meetingStory } from '../../../scripts/meeting/meetingStory.ts'
import { playMeetingAct } from '../../../scripts/meeting/playMeeting.ts'
import { type PreparedMeeting, prepareMeeting } from '../../../scripts/meeting/prepareMeeting.ts'
import { laptopDispatcher } from './laptopDispatcher.ts'
import { type Laptop, type SharedWorld, sharedWorld } from './sharedWorld.ts'

export interface PreparedWorld extends SharedWorld {
  readonly meeting: PreparedMeeting
  readonly story: readonly MeetingAct[]
  memberId(key: MemberKey): string
  /** Of the candidature with this number. */
  candidature(number: number): { readonly id: string; readonly dossierId: string }
  /** What one laptop asks of its program and must get. */
  ask<N extends ProcedureName>(laptop: Laptop, procedure: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The same for what may be refused: its code, or `ok`. */
  tried<N extends ProcedureName>(laptop: Laptop, procedure: N, input: InputOf<N>): Promise<string>
  /** Plays the next acts of the story, up to this one left out; all of them when it never comes. */
  playUntil(isThere: (act: MeetingAct) => boolean): Promise<void>
}

/** Sixty candidatures marked, recusals, a session planned: keyed by the secretariat under the authority. */
export async function preparedWorld(): Promise<PreparedWorld> {
  const world = sharedWorld()
  const doors = new Map<Laptop, Dispatcher>()
  const doorOf = (laptop: Laptop): Dispatcher => {
    const door = doors.get(laptop) ?? laptopDispatcher(laptop)
    doors.set(laptop, door)
    return door
  }
  const dispatcher = doorOf(world.secretariat)
  const prepared = await prepareMeeting(dispatcher, { path: '/m', passphrase: 'sans objet', say: () => {} })
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal))
  const meeting = prepared.value
  const story = meetingStory(meeting.order)
  let next = 0
  return {
    ...world,
    meeting,
    story,
    memberId: (key) => meeting.memberIds.get(key) ?? '',
    candidature: (number) => {
      const found = world.secretariat.whole
        .candidaturesOfCall(meeting.callId)
        .find(({ candidature }) => candidature.number === number)
      if (found === undefined) throw new Error(`no candidature ${number}`)
      return { id: found.candidature.id, dossierId: found.dossier.id }
    },
    ask: async (laptop, procedure, input) => {
      const answer = await doorOf(laptop).call(procedure, input)
      if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.refusal)}`)
      return answer.value
    },
    tried: async (laptop, procedure, input) => {
      const answer = await doorOf(laptop).call(procedure, input)
      return answer.ok ? 'ok' : answer.refusal.code
    },
    playUntil: async (isThere) => {
      for (let act = story[next]; act !== undefined && !isThere(act); act = story[++next]) {
        const played = await playMeetingAct(dispatcher, meeting, act)
        if (!played.ok) throw new Error(`${JSON.stringify(act)}: ${JSON.stringify(played.refusal)}`)
      }
    },
  }
}
