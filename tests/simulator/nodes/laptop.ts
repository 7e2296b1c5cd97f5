import { isDeepStrictEqual } from 'node:util'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { regularised } from '#shared/operations/replica/openReplica.ts'
import type { ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Effect, Machine, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { administrator, centre, chairLaptop, personAt, secretary } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import { control } from './controlOperationsOf.ts'
import { type Copy, openCopy, operationsOf } from './copy.ts'
import { type Following, following } from './following.ts'
import { hubPart } from './hubPart.ts'
import { laptopActs } from './laptopActs.ts'
import type { Message, Told } from './message.ts'
import { sealed } from './sealed.ts'
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
      ...takenUp(copy, outputs, told, moment, world),
    ]
  }
}

/** A laptop that may be a hub keeps from whom it would order, should the centre be out of reach one day [SY22]. */
function directoryOf(copy: Copy) {
  let asked = 0
  let ticks = 0
  return {
    tick: (): readonly LaptopEffect[] => {
      const mayHub = copy.address === secretary || copy.address === chairLaptop
      if (!mayHub || copy.room !== null || ticks++ % directoryTicks !== 0) return []
      return [send(centre, { kind: 'ask-directory', device: copy.head.dev, id: ++asked })]
    },
    told: ({ id, rows }: Extract<Message, { kind: 'directory' }>): readonly LaptopEffect[] => {
      if (id !== asked) return []
      const isNew = ({ table, key, row }: RowChange) => !isDeepStrictEqual(copy.store.row(table, key), row)
      copy.store.change(rows.filter(isNew))
      const kept = copy.store.take()
      return kept.length === 0 ? [] : written(kept)
    },
  }
}

const directoryTicks = 4

const send = (to: string, message: Message): LaptopEffect => ({ do: 'send', to, message })
const written = (rows: Rows): readonly LaptopEffect[] => [{ do: 'write', rows }, { do: 'sync' }]

/** [SY7] [SY39] The chain cannot go on: nothing is sealed under it any more. */
function renewed(
  copy: Copy,
  outputs: readonly ReplicaOutput[],
  behind: boolean,
  moment: Moment,
  { bug }: WorldOf,
): readonly LaptopEffect[] {
  const { dev, seq } = copy.head
  const told: readonly LaptopEffect[] = behind
    ? [{ do: 'show', what: { word: 'told-of-later', about: { device: dev, seq } } }]
    : []
  const isForked = outputs.some((output) => output.kind === 'must-enrol' && output.why === 'forked')
  if ((!behind && !isForked) || bug === 'Z11') return told
  return [...told, ...written(copy.renewDevice(moment))]
}

/** [SY25] What was refused because its chain forked is taken up again, under the new key. */
function takenUp(
  copy: Copy,
  outputs: readonly ReplicaOutput[],
  { feed }: Told,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (feed.log !== centreLog || world.bug === 'Z11') return []
  return outputs.flatMap((output): readonly LaptopEffect[] => {
    if (output.kind !== 'refused' || output.refusal.verdict !== 'forked') return []
    const own = copy.store.row('own', ownKey(output.refusal))
    const operations = own === null ? [] : operationsOf(own.commit)
    copy.store.change(regularised(output.cid))
    return operations.length === 0
      ? written(copy.store.take())
      : sealed(operations.map(newOperation), copy, moment, world)
  })
}

const newOperation = ({ k, e, d, ob }: ReturnType<typeof operationsOf>[number]): NewOperation =>
  ({
    kind: k,
    entity: e,
    data: d,
    ...(ob === undefined ? {} : { onBehalfOf: ob }),
  }) as unknown as NewOperation

/** The administrator enrols a laptop under its new key, once. */
function enrolling(
  copy: Copy,
  from: string,
  { device, user }: Extract<Message, { kind: 'enrol' }>,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (copy.person.role !== 'administrator') return []
  const said = copy.ownOperations().some(({ e, k }) => k === 'device.enrol@1' && e === `device/${device}`)
  if (said) return [send(from, { kind: 'enrolled', device })]
  const publicKey = base64UrlEncode(world.cryptography.publicKeyOf(device))
  return sealed(
    [control('device.enrol@1', `device/${device}`, { user, publicKey, mayHub: false })],
    copy,
    moment,
    world,
  )
}
