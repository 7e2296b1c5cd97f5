import { networkInterfaces } from 'node:os'
import { ok, type Result } from '#shared/kernel/result.ts'
import { ownAddresses } from '../../adapters/network/discovery/ownAddresses.ts'
import { listenForRooms } from '../../adapters/network/discovery/roomRadio.ts'
import type { WayIn } from '../../adapters/network/networkPorts.ts'
import { unfinishedRooms } from '../../sync/centre/unfinishedRooms.ts'
import type { SyncEngine } from '../../sync/syncEngine.ts'
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
    'room.unfinished': onShared(async ({ file }) => {
      const rooms = await unfinishedRooms(file, adapters.sync).list()
      return rooms.ok ? ok({ rooms: rooms.value }) : rooms
    }),
    'room.give-up': onShared(async ({ file, engine }, { lease, reason }) =>
      followed(await unfinishedRooms(file, adapters.sync).giveUp(lease, reason), engine),
    ),
    'room.rebuild': onShared(async ({ file, engine }, { lease }) =>
      followed(await unfinishedRooms(file, adapters.sync).rebuild(lease), engine),
    ),
    'room.guest-invite': onShared(({ engine }, { memberId }) => engine.room.inviteGuest(memberId)),
    'room.guest-withdraw': onShared(({ engine }, { memberId }) => engine.room.withdrawGuest(memberId)),
  }
}

/** [HS21] What the centre did is taken at once, and what this laptop holds of that room told. */
async function followed(done: Result<null>, { now, room }: SyncEngine): Promise<Result<null>> {
  if (!done.ok) return done
  await room.centreReached()
  return now()
}

const lookMs = 2_500
