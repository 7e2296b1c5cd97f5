import { ok, refuse } from '#shared/kernel/result.ts'
import type { Handlers, HandlerTools } from '../handlerKinds.ts'

type RoomProcedure = Extract<keyof Handlers, `room.${string}`>

/** The room: a file that is alone opens none. */
export function roomHandlers({ memory }: HandlerTools): Pick<Handlers, RoomProcedure> {
  const alone = async () => {
    const context = memory.context()
    return context.ok ? refuse('sync.alone') : context
  }
  return {
    'room.open': alone,
    'room.state': async () => ok(null),
    'room.renew-code': alone,
    'room.close-door': alone,
    'room.close': alone,
    'room.join': alone,
    'room.look': alone,
    'room.leave': alone,
    'room.take-over': alone,
    'room.guest-invite': alone,
    'room.guest-withdraw': alone,
  }
}
