import type { SignedCommit } from '#shared/operations/commit.ts'
import { leaseLog } from '#shared/operations/lease/lease.ts'
import type { ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { DiskReader } from '../kernel/disk.ts'
import type { Effect, Machine, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { administrator, centre, personAt } from '../meeting/cast.ts'
import { closingFacts } from '../nodes/closingFacts.ts'
import { openCopy } from '../nodes/copy.ts'
import { directoryOf } from '../nodes/directoryOf.ts'
import { enrolling, renewed, takenUp } from '../nodes/enrolment.ts'
import type { HubMessage } from '../nodes/hubMessage.ts'
import { hubPart } from '../nodes/hubPart.ts'
import { laptopActs } from '../nodes/laptopActs.ts'
import type { Message } from '../nodes/message.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import type { Packet } from './line.ts'
import { outbox } from './outbox.ts'
import { type WireAuthority, wireAuthority } from './wireAuthority.ts'
import { type WireFollowing, wireFollowing } from './wireFollowing.ts'

type LaptopEffect = Effect<Message>
type Push = Extract<Message, { kind: 'push' }>

/** A laptop whose copy, and whose room when it orders one, are spoken for by the exchange of the product. */
export function wireLaptop(address: string, disk: DiskReader, world: WorldOf): Machine<Message, Act> {
  const person = personAt(world.cast, address)
  if (person === undefined) throw new Error(`nobody at ${address}`)
  const copy = openCopy(address, disk, person, world)
  const hub = hubPart(disk, copy, world)
  const directory = directoryOf(copy)
  const out = outbox()
  let now: Moment | null = null
  const moment = (): Moment => {
    if (now === null) throw new Error('outside of a step')
    return now
  }
  const follow = (log: string, at: string): WireFollowing =>
    wireFollowing({ copy, log, address: at, world, outbox: out, moment, told })
  const atCentre = follow(centreLog, centre)
  let inRoom: WireFollowing | null = null
  let serving: { readonly log: string; readonly authority: WireAuthority } | null = null
  let tick = 0
  /** A liar sealed something beside what it sent: its program offers that like everything else. */
  let owes = false

  return {
    async step(input, given) {
      now = given
      look()
      switch (input.kind) {
        case 'start': {
          const rows = copy.store.take()
          if (rows.length > 0) out.add({ do: 'write', rows }, { do: 'sync' })
          ticks()
          break
        }
        case 'wake':
          ticks()
          break
        case 'act': {
          const isHonest = input.act.kind !== 'byzantine'
          carry(laptopActs(input.act, copy, hub, given, world), isHonest)
          break
        }
        case 'message':
          heard(input.from, input.message)
      }
      look()
      return out.settled()
    },
  }

  function ticks(): void {
    out.add({ do: 'wake', afterMs: 900 + moment().chance.below(200), why: 'tick' })
    atCentre.tick()
    inRoom?.tick()
    if (owes) offerSealed()
    owes = false
    serving?.authority.tick()
    // What is no part of the exchange goes at the pace of the other laptops.
    if (tick++ % 4 !== 0) return
    carry(hub.tick(moment()), true)
    carry(directory.tick(), true)
    if (copy.wantsDevice)
      out.add({
        do: 'send',
        to: administrator,
        message: { kind: 'enrol', device: copy.head.dev, user: copy.user },
      })
  }

  function heard(from: string, message: Message): void {
    switch (message.kind) {
      case 'line':
        heardPacket(from, message)
        return
      case 'directory':
        carry(directory.told(message), true)
        return
      case 'enrol':
        carry(enrolling(copy, from, message, moment(), world), true)
        return
      case 'enrolled':
        if (message.device === copy.head.dev && copy.wantsDevice)
          out.add({ do: 'write', rows: copy.enrolled() }, { do: 'sync' })
        return
      default:
        carry(hub.heard(from, message, moment()), true)
    }
  }

  function heardPacket(from: string, packet: Packet): void {
    if (packet.to === 'authority') {
      if (serving?.log === packet.log) serving.authority.hear(from, packet)
      else if (packet.what !== 'end')
        out.add({
          do: 'send',
          to: from,
          message: { ...packet, to: 'device', what: 'end', n: -1, bytes: null },
        })
      return
    }
    if (packet.log === atCentre.log) atCentre.hear(packet)
    else if (packet.log === inRoom?.log) inRoom.hear(packet)
  }

  /** What was sealed is offered by the exchange; what a liar, or a hub that gave up, sends, goes as it is. */
  function carry(effects: readonly LaptopEffect[], isOwn: boolean): void {
    for (const effect of effects) {
      if (effect.do !== 'send' || effect.message.kind !== 'push') {
        out.add(effect)
        continue
      }
      offer(effect.message, isOwn)
    }
  }

  function offer({ log, commits }: Push, isOwn: boolean): void {
    const line = log === centreLog ? atCentre : inRoom
    const isSealed = commits.every((commit) => isPending(commit))
    owes ||= !isOwn
    if (isSealed) offerSealed()
    else void line?.exchange.relay(commits)
  }

  function offerSealed(): void {
    atCentre.exchange.sealed()
    inRoom?.exchange.sealed()
  }

  /** Just as it was sealed here, and not answered. */
  function isPending({ id, signature, body }: SignedCommit): boolean {
    const place = copy.store.row('ownSeq', Buffer.from(id).toString('base64url'))
    const own = place && copy.store.row('own', ownKey(place))
    return (
      own !== null &&
      own.ruling === null &&
      Buffer.compare(own.commit.signature, signature) === 0 &&
      Buffer.compare(own.commit.body, body) === 0
    )
  }

  /** Whom it follows, and what it orders, by what stands on its disk and in its copy. */
  function look(): void {
    const { room } = copy
    if (room === null || inRoom?.log !== room.log || inRoom.address !== room.hub) {
      inRoom?.leave()
      inRoom = room === null ? null : follow(room.log, room.hub)
      inRoom?.tick()
    }
    if (room !== null && !room.entered && copy.store.row('cursor', room.log) !== null)
      out.add({ do: 'write', rows: copy.joinRoom({ ...room, entered: true }) }, { do: 'sync' })
    const lease = (disk.get('own|lease') as Extract<HubMessage, { kind: 'lease' }> | undefined)?.lease
    const log = disk.get('own|hub') === 'open' && lease !== undefined ? leaseLog(lease.id) : null
    if (serving !== null && serving.log !== log) {
      serving.authority.close()
      serving = null
    }
    if (serving === null && log !== null && lease !== undefined)
      serving = { log, authority: served(log, lease.successors) }
  }

  function served(log: string, successors: readonly string[]): WireAuthority {
    const { sha256, verify } = world.cryptography
    return wireAuthority({
      log,
      signer: copy.address,
      store: hub.rows(),
      ports: { sha256, verify, factsDigest: closingFacts(world.cryptography) },
      world,
      outbox: out,
      successors: successors.filter((device) => device !== copy.head.dev),
      moment,
    })
  }

  function told(outputs: readonly ReplicaOutput[], log: string): void {
    const behind = outputs.some((output) => output.kind === 'must-enrol' && output.why === 'behind')
    const { dev } = copy.head
    carry(renewed(copy, outputs, behind, moment(), world), true)
    if (dev !== copy.head.dev) {
      atCentre.drop()
      inRoom?.drop()
    }
    carry(takenUp(copy, outputs, log, moment(), world), true)
  }
}
