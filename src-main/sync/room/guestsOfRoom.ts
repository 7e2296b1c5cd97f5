import type { IncomingMessage, ServerResponse } from 'node:http'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { guestSite } from '../guests/guestSite.ts'
import { placeOf, type RoomDesk, stateOf } from './roomDesk.ts'

/** The pages of the guests, as the hub serves them [HS8]. */
export function guestsOfRoom(
  desk: RoomDesk,
  sessionId: string,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { host, changed } = desk.settings
  return guestSite({
    door: desk.guests,
    sessionId,
    pageFolder: host.ports.guestPageFolder,
    contextOf: (memberId) => {
      const guest = desk.invited.get(memberId)
      if (guest !== undefined && !guest.isInside) {
        desk.invited.set(memberId, { isInside: true })
        changed()
      }
      return host.guestContext(memberId)
    },
    onWritten: () => {
      desk.link?.exchange.sealed()
      host.tell({ kind: 'changed' })
    },
    nowMs: () => host.ports.clock.nowMs(),
  })
}

/** Refuses `room.right-missing` to who may not write on his behalf [SY9], `entity.missing`, and where there is no hub. */
export function inviteGuest(
  desk: RoomDesk,
  memberId: string,
): Result<{ readonly code: string; readonly page: string }> {
  const { file, changed } = desk.settings
  if (desk.hub === null) return refuse(placeOf(desk) === null ? 'room.none-open' : 'room.not-hub')
  const mayKey = file.sharing.self()?.mandates.some(({ role, ended }) => role === 'secretariat' && !ended)
  if (mayKey !== true) return refuse('room.right-missing')
  if (file.load('member', memberId) === null) return refuse('entity.missing')
  if (desk.guests.isLocked()) desk.guests.unlock()
  const code = desk.guests.invite(memberId)
  desk.invited.set(memberId, { isInside: false })
  changed()
  return ok({ code, page: stateOf(desk)?.guestPage ?? '' })
}

export function withdrawGuest(desk: RoomDesk, memberId: string): Result<null> {
  if (desk.hub === null) return refuse('room.not-hub')
  desk.guests.withdraw(memberId)
  desk.invited.delete(memberId)
  desk.settings.changed()
  return ok(null)
}
