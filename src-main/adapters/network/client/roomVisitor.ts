import { networkInterfaces } from 'node:os'
import { ownAddresses } from '../discovery/ownAddresses.ts'
import { listenForRooms } from '../discovery/roomRadio.ts'
import { enterRoom } from '../joining/enterRoom.ts'
import type { RoomVisitor, Timers } from '../networkPorts.ts'
import { connectRoom } from './connectRoom.ts'

export function roomVisitor(timers: Timers): RoomVisitor {
  return {
    enter: (way) => enterRoom(way, timers),
    connect: (pin, device) => connectRoom(pin, device, timers),
    look: (timeoutMs) =>
      listenForRooms(
        ownAddresses(networkInterfaces()).map(({ address }) => address),
        timeoutMs,
        timers,
      ),
  }
}
