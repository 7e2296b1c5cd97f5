import { networkInterfaces } from 'node:os'
import { ok } from '#shared/kernel/result.ts'
import { ownAddresses } from '../../adapters/network/discovery/ownAddresses.ts'
import { listenForRooms } from '../../adapters/network/discovery/roomRadio.ts'
import type { WayIn } from '../../adapters/network/networkPorts.ts'
import type { Handlers, HandlerTools } from '../handlerKinds.ts'
import { onOpenFile } from './onOpenFile.ts'

type RoomProcedure = Extract<keyof Handlers, `room.${string}`>

/** The room: opened on this laptop, or joined. */
export function roomHandlers({ memory, adapters }: HandlerTools): Pick<Handlers, RoomProcedure> {
  const onFile = onOpenFile(memory)
  const onShared = onOpenFile(memory, 'shared')
  return {
    'room.open': onShared(({ engine }, wish) => engine.room.open(wish)),
    'room.state': async () => ok(memory.engine?.room.state() ?? null),
    'room.renew-code': onFile(({ engine }) => engine.room.renewCode()),
    'room.close-door': onFile(({ engine }) => engine.room.closeDoor()),
    'room.close': onShared(({ engine }) => engine.room.close()),
    'room.join': onShared(({ engine }, input) => {
      switch (input.by) {
        case 'last':
          return engine.room.join(null)
        case 'invitation':
          return engine.room.join({ kind: 'invitation', text: input.invitation })
        case 'code': {
          const way: WayIn = { kind: 'code', code: input.code, address: input.address }
          return engine.room.join(way)
        }
      }
    }),
    'room.look': async () => {
      const addresses = ownAddresses(networkInterfaces()).map(({ address }) => address)
      const rooms = await listenForRooms(addresses, lookMs, adapters.sync.timers)
      return ok(
        rooms.flatMap(({ name, addresses: at, port }) =>
          at[0] === undefined ? [] : [{ name, address: `${at[0]}:${port}` }],
        ),
      )
    },
    'room.leave': onShared(({ engine }) => engine.room.leave()),
    'room.take-over': onShared(({ engine }) => engine.room.takeOver()),
    'room.guest-invite': onShared(({ engine }, { memberId }) => engine.room.inviteGuest(memberId)),
    'room.guest-withdraw': onShared(({ engine }, { memberId }) => engine.room.withdrawGuest(memberId)),
  }
}

const lookMs = 2_500
