import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Effect, Machine, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { administrator, centre, personAt } from '../meeting/cast.ts'
import { type Copy, openCopy } from './copy.ts'
import { directoryOf } from './directoryOf.ts'
import { enrolling, renewed, takenUp } from './enrolment.ts'
import { type Following, following } from './following.ts'
import { hubPart } from './hubPart.ts'
import { laptopActs } from './laptopActs.ts'
import type { Message, Told } from './message.ts'
import { centreLog, tickMs, type WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** A laptop, with what it shows to its person, for the oracles. */
export interface Laptop extends Machine<Message, Act> {
  readonly copy: Copy
}

/** A laptop: its copy on the core, its own chain, whom it follows; and a hub, when it holds a lease. */
export function laptop(address: string, disk: DiskReader, world: WorldOf): Laptop {
  const person = personAt(world.cast, address)
  if (person === undefined) throw new Error(`nobody at ${address}`)
  const copy = openCopy(address, disk, person, world)
  const hub = hubPart(disk, copy, world)
  const directory = directoryOf(copy)
  const atCentre = following(copy, centreLog, centre, world)
  let inRoom: Following | null = null
  const roomFollowed = (): Following | null => {
    const { room } = copy
    if (room === null) inRoom = null
    else if (inRoom?.log !== room.log || inRoom.authority !== room.hub)
      inRoom = following(copy, room.log, room.hub, world)
    return inRoom
  }
  const of = (log: string): Following | null =>
    log === centreLog ? atCentre : copy.follows(log) ? roomFollowed() : null

  const tick = (moment: Moment): readonly LaptopEffect[] => [
    { do: 'wake', afterMs: tickMs - 200 + moment.chance.below(400), why: 'tick' },
    ...atCentre.tick(moment),
    ...(roomFollowed()?.tick(moment) ?? []),
    ...(copy.wantsDevice
      ? [send(administrator, { kind: 'enrol', device: copy.head.dev, user: copy.user })]
      : []),
    ...directory.tick(),
    ...hub.tick(moment),
  ]
  return {
    copy,
    step(input, moment) {
      switch (input.kind) {
        case 'start': {
          const rows = copy.store.take()
          return [...(rows.length === 0 ? [] : written(rows)), ...tick(moment)]
        }
        case 'wake':
          return tick(moment)
        case 'act':
          return laptopActs(input.act, copy, hub, moment, world)
        case 'message':
          return heard(input.from, input.message, moment)
      }
    },
  }

  function heard(from: string, message: Message, moment: Moment): readonly LaptopEffect[] {
    switch (message.kind) {
      case 'feed':
        return fed(message, moment)
      case 'poke':
        return of(message.log)?.poked(message.head) ?? []
      case 'rows':
      case 'copy':
      case 'agreed':
        return of(message.log)?.answered(message) ?? []
      case 'directory':
        return directory.told(message)
      case 'enrol':
        return enrolling(copy, from, message, moment, world)
      case 'enrolled':
        return message.device === copy.head.dev && copy.wantsDevice ? written(copy.enrolled()) : []
      default:
        return hub.heard(from, message, moment)
    }
  }

  function fed(told: Told, moment: Moment): readonly LaptopEffect[] {
    const followed = of(told.feed.log)
    if (followed === null) return []
    const { effects, outputs, behind } = followed.fed(told, moment)
    return [
      ...effects,
      ...renewed(copy, outputs, behind, moment, world),
      ...takenUp(copy, outputs, told.feed.log, moment, world),
    ]
  }
}

const send = (to: string, message: Message): LaptopEffect => ({ do: 'send', to, message })
const written = (rows: Rows): readonly LaptopEffect[] => [{ do: 'write', rows }, { do: 'sync' }]
