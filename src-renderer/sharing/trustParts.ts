import type { RoomState, SyncState } from '#shared/contract/syncAnswers.ts'
import type { Tone } from '../ui/tone.ts'
import { formatMoment } from './formatMoment.ts'
import { progressWords, trustWords as words } from './trustWords.ts'

export interface TrustPart {
  readonly tone: Tone
  readonly sentence: string
}

/**
 * What the line at the foot says of the other laptops, true at every moment: what asks for a human first, then how the file
 * stands. The last part is always there.
 * @param room of `room.state`; null while it is not known or there is none.
 * @param now of this computer: an hour of another day is told with its day.
 */
export function trustParts(sync: SyncState, room: RoomState | null, now: Date): readonly TrustPart[] {
  return [...attention(sync), standing(sync, room, now)]
}

function attention(sync: SyncState): readonly TrustPart[] {
  const asked: readonly (TrustPart | false)[] = [
    sync.mustEnrol !== null && { tone: 'unfavourable', sentence: words.mustEnrol },
    sync.incidents > 0 && { tone: 'unfavourable', sentence: words.incidents(sync.incidents) },
    sync.toRegularise > 0 && { tone: 'check', sentence: words.toRegularise(sync.toRegularise) },
    sync.room?.mayTakeOver === true && { tone: 'reserved', sentence: words.mayTakeOver },
    sync.readOnly > 0 && { tone: 'reserved', sentence: words.readOnly(sync.readOnly) },
  ]
  return asked.filter((part) => part !== false)
}

function standing(sync: SyncState, room: RoomState | null, now: Date): TrustPart {
  const { toSend, lastContact, progress } = sync
  if (progress !== null) return { tone: 'info', sentence: progressWords(progress) }
  if (sync.sharing === 'alone' && sync.room === null) return { tone: 'info', sentence: words.alone }
  const since = lastContact === null ? null : formatMoment(lastContact, now)
  if (sync.room?.isHub === true && room !== null)
    return room.standing === 'open'
      ? { tone: 'favourable', sentence: words.hub(countHere(room)) }
      : { tone: 'reserved', sentence: words.roomKept }
  switch (sync.connection) {
    case 'connected':
      if (sync.follows === 'room' && room !== null) return inRoom(room, toSend)
      return toSend > 0
        ? { tone: 'info', sentence: words.sending(toSend) }
        : { tone: 'favourable', sentence: words.agreed(since) }
    case 'connecting':
      return {
        tone: 'info',
        sentence: sync.follows === 'room' ? words.roomConnecting(toSend) : words.connecting(toSend),
      }
    case 'offline':
      return {
        tone: 'reserved',
        sentence: sync.follows === 'room' ? words.roomLost(toSend, since) : words.offline(toSend, since),
      }
    case 'refused':
      return { tone: 'unfavourable', sentence: words.refused(toSend) }
    case 'stopped':
      return { tone: 'reserved', sentence: words.stopped(toSend) }
  }
}

const inRoom = (room: RoomState, toSend: number): TrustPart =>
  toSend > 0
    ? { tone: 'info', sentence: words.roomSending(room.hubName, countHere(room), toSend) }
    : { tone: 'favourable', sentence: words.room(room.hubName, countHere(room)) }

/** Laptops that are in the room now, the one that holds it included. */
const countHere = ({ people }: RoomState): number =>
  people.filter(({ isHere, isHub }) => isHere || isHub).length
