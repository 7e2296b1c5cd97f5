import type { RoomReturn, RoomState, SyncState } from '#shared/contract/syncAnswers.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { WayIn } from '../../adapters/network/networkPorts.ts'
import type { AuthorityLink } from '../link/authorityLink.ts'
import { centreReached } from './bringHome.ts'
import { inviteGuest, withdrawGuest } from './guestsOfRoom.ts'
import { closeOwnRoom, mayTakeOver, onHub, openOwnRoom, type RoomWish, takeOverRoom } from './holdRoom.ts'
import type { HubRoom } from './hubRoom.ts'
import { openDesk, placeOf, type RoomDesk, type RoomSettings, stateOf, stopLines } from './roomDesk.ts'
import { joinRoom, leaveRoom, startVisit } from './visitRoom.ts'
import { resumeHub, watchRoom } from './watchRoom.ts'

/** The room as this laptop has it: opened here, or joined. */
export interface RoomPart {
  open(wish: RoomWish): Promise<Result<RoomState>>
  /** By code or invitation; null: the room joined last, whose key is known. */
  join(way: WayIn | null): Promise<Result<RoomState>>
  leave(): Promise<Result<null>>
  /** Ends the room; its log goes back to the centre at once, or when it is reached. */
  close(): Promise<Result<{ readonly standing: RoomReturn }>>
  takeOver(): Promise<Result<RoomState>>
  state(): RoomState | null
  renewCode(): Result<RoomState>
  closeDoor(): Result<RoomState>
  inviteGuest(memberId: string): Result<{ readonly code: string; readonly page: string }>
  withdrawGuest(memberId: string): Result<null>
  /** The line to the authority of the room, when there is one. */
  link(): AuthorityLink | null
  hub(): HubRoom | null
  mayTakeOver(): boolean
  /** The last room that ended while this laptop was in it; null once it is in another. */
  ended(): SyncState['roomEnded']
  /** Goes on with the room that the file keeps. */
  resume(): Promise<void>
  /** The centre is reached: what was kept goes back, what is over is left. */
  centreReached(): Promise<void>
  /** The program ends; the room stays in the file. */
  stop(): Promise<void>
}

export function roomPart(settings: RoomSettings): RoomPart {
  const desk = openDesk(settings)
  const stopWatching = watchRoom(desk)
  return {
    open: (wish) => openOwnRoom(desk, wish),
    join: (way) => joinRoom(desk, way),
    leave: () => leaveRoom(desk),
    close: () => closeOwnRoom(desk),
    takeOver: () => takeOverRoom(desk),
    state: () => stateOf(desk),
    renewCode: () => onHub(desk, ({ network }) => network.renewCode()),
    closeDoor: () => onHub(desk, ({ network }) => network.closeDoor()),
    inviteGuest: (memberId) => inviteGuest(desk, memberId),
    withdrawGuest: (memberId) => withdrawGuest(desk, memberId),
    link: () => desk.link,
    hub: () => desk.hub,
    mayTakeOver: () => mayTakeOver(desk),
    ended: () => desk.ended,
    resume: () => {
      desk.resuming = resume(desk)
      return desk.resuming
    },
    centreReached: () => centreReached(desk),
    stop: async () => {
      desk.isStopped = true
      stopWatching()
      await desk.starting?.catch(() => {})
      await stopLines(desk)
    },
  }
}

async function resume(desk: RoomDesk): Promise<void> {
  const kept = placeOf(desk)
  if (kept === null || kept.standing === 'returning') return
  if (kept.isHub) await resumeHub(desk, kept)
  else startVisit(desk)
  desk.settings.changed()
}
