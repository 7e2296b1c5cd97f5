import { receiptText } from '#shared/operations/authority/receipts.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Effect, Machine, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { administrator, centre, type Person, personAt } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import { control } from './controlOperationsOf.ts'
import type { FoldedCopy } from './foldedCopy.ts'
import { hubPart } from './hubPart.ts'
import { laptopActs, sealed } from './laptopActs.ts'
import { asKept, isGivenUp, isRefusedForItsClock } from './laptopBugs.ts'
import { checkpointKey, type LaptopMemory, laptopMemory } from './laptopMemory.ts'
import type { Feed, FeedItem, FirstCopy, Message } from './message.ts'
import type { OwnCommit } from './ownChain.ts'
import { chainKey, type OwnChain } from './ownChain.ts'
import { centreLog, tickMs, type WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** A laptop, with what it shows to its person, for the oracles. */
export interface Laptop extends Machine<Message, Act> {
  readonly view: FoldedCopy
}

/** A laptop: its own chain, its copy of what it may read, what it offers and what it asks; and a hub, when it holds a lease. */
export function laptop(address: string, disk: DiskReader, world: WorldOf): Laptop {
  const person = personAt(world.cast, address)
  if (person === undefined) throw new Error(`nobody at ${address}`)
  const memory = laptopMemory(address, disk, person, world)
  const hub = hubPart(disk, memory, world)
  return {
    view: memory.view,
    step(input, moment) {
      switch (input.kind) {
        case 'start':
          return [...started(memory, person), ...tick(memory, moment, world), ...hub.tick(moment)]
        case 'wake':
          return [...tick(memory, moment, world), ...hub.tick(moment)]
        case 'act':
          return laptopActs(input.act, memory, hub, moment, world)
        case 'message':
          return heard(memory, hub, input.from, input.message, moment, world)
      }
    },
  }
}

function started(memory: LaptopMemory, person: Person): readonly LaptopEffect[] {
  if (memory.chain.seq > 0 || memory.isKept) return []
  memory.isKept = true
  const chain: OwnChain = { device: person.address, seq: 0, prev: null, hlc: null }
  return [{ do: 'write', rows: [[chainKey, chain]] }, { do: 'sync' }]
}

/** Offers what the centre has not answered, asks what is new; the same of the hub of the room, when there is one. */
function tick(memory: LaptopMemory, moment: Moment, world: WorldOf): readonly LaptopEffect[] {
  const effects: LaptopEffect[] = [
    { do: 'wake', afterMs: tickMs - 200 + moment.chance.below(400), why: 'tick' },
  ]
  effects.push(...offer(memory, centre, centreLog, world), ask(memory, centre, centreLog))
  if (memory.room !== null)
    effects.push(
      ...offer(memory, memory.room.hub, memory.room.log, world),
      ask(memory, memory.room.hub, memory.room.log),
    )
  if (memory.wantsDevice)
    effects.push({
      do: 'send',
      to: administrator,
      message: { kind: 'enrol', device: memory.chain.device, user: memory.user },
    })
  return effects
}

function offer(memory: LaptopMemory, to: string, log: string, world: WorldOf): readonly LaptopEffect[] {
  const unanswered = memory.unanswered(log)
  // Z2: what was refused stays at the head of the queue, and nothing behind it is sent.
  const stuck = world.bug === 'Z2' && memory.refusedOnce
  return memory.devices.flatMap((device): LaptopEffect[] => {
    const offered = unanswered.filter((own) => own.device === device).slice(0, 20)
    if (world.bug === 'Z9') memory.sendOnce(offered)
    const commits = offered.map(({ commit }) => commit)
    return commits.length === 0 || stuck
      ? []
      : [{ do: 'send', to, message: { kind: 'push', log, device, commits } }]
  })
}

export function ask(memory: LaptopMemory, to: string, log: string): LaptopEffect {
  const { g, r } = memory.logOf(log).head
  const position = { after: g, r: g === 0 ? null : receiptText(r) }
  const seen = memory.checkpointOf(log)
  return { do: 'send', to, message: { kind: 'pull', log, device: memory.chain.device, ...position, seen } }
}

function heard(
  memory: LaptopMemory,
  hub: ReturnType<typeof hubPart>,
  from: string,
  message: Message,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  switch (message.kind) {
    case 'feed':
      return fed(memory, from, message, moment, world)
    case 'poke':
      return message.head > memory.logOf(message.log).head.g && memory.follows(message.log)
        ? [ask(memory, from, message.log)]
        : []
    case 'elsewhere':
      return wentElsewhere(memory, from, message, world)
    case 'first-copy':
      return copied(memory, from, message, moment, world)
    case 'enrol':
      return enrolled(memory, from, message, moment, world)
    case 'enrolled':
      return message.device === memory.chain.device && memory.wantsDevice
        ? [{ do: 'write', rows: memory.enrolled() }, { do: 'sync' }]
        : []
    default:
      return hub.heard(from, message, moment)
  }
}

/** Takes what follows: rows, cursor and checkpoint in one transaction, then what it says of this laptop's own commits. */
function fed(
  memory: LaptopMemory,
  from: string,
  feed: Feed,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (!memory.follows(feed.log) || isRefusedForItsClock(feed.items, moment, world)) return []
  const log = memory.logOf(feed.log)
  if (feed.log !== centreLog) memory.learnHubSeq(feed.device, feed.knownSeq)
  const effects: LaptopEffect[] = [...learnedSeq(memory, feed, moment, world)]
  if (feed.after !== log.head.g || isGivenUp(memory, feed, world)) return effects
  const items = feed.items.map((item) => asKept(item, world))
  const again = world.bug === 'Z7' ? feed.again.filter(({ commit }) => commit !== null) : feed.again
  const looked = again.flatMap(({ g, commit }) => log.replace(g, commit))
  const took =
    world.bug === 'B4' && feed.log !== centreLog
      ? log.takeCopy(items, feed.checkpoint.checkpoint, true)
      : log.take(items)
  if (took === null)
    return [...effects, { do: 'show', what: { word: 'receipts-broken', about: { log: feed.log } } }]
  if (
    world.bug !== 'B4' &&
    took.taken.length === 0 &&
    looked.length === 0 &&
    memory.checkpointOf(feed.log) !== null
  )
    return effects
  effects.push(...kept(memory, feed, [...looked, ...took.rows], took.taken, moment, world))
  if (feed.head > log.head.g && took.taken.length > 0) effects.push(ask(memory, from, feed.log))
  return effects
}

function kept(
  memory: LaptopMemory,
  { log, checkpoint }: Pick<Feed, 'log' | 'checkpoint'>,
  copied: Rows,
  taken: readonly FeedItem[],
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  const answers = taken.map((item) => memory.learnAnswer(log, item))
  const rows: Rows = [...copied, ...answers.flatMap(({ rows }) => rows), [checkpointKey(log), checkpoint]]
  const isCursor = ([key]: Rows[number]) => key.startsWith('cursor|')
  const writes: LaptopEffect[] =
    world.bug === 'Z1'
      ? // The cursor first, in a transaction of its own; what it covers a moment later.
        [
          { do: 'write', rows: rows.filter(isCursor) },
          { do: 'sync' },
          { do: 'write', rows: rows.filter((row) => !isCursor(row)) },
          { do: 'sync' },
        ]
      : [{ do: 'write', rows }, { do: 'sync' }]
  return [
    ...writes,
    ...answers.flatMap(({ shown }) => shown),
    ...takenUpAgain(memory, log, taken, moment, world),
  ]
}

/** [SY7] A commit that was sealed under another head of the chain is said again, under a new key. */
function takenUpAgain(
  memory: LaptopMemory,
  log: string,
  taken: readonly FeedItem[],
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (log !== centreLog) return []
  const forked = taken.flatMap(({ entry }) =>
    entry.verdict === 'forked' ? (memory.ownCommit(entry.cid) ?? []) : [],
  )
  if (forked.length === 0) return []
  const renewed: LaptopEffect[] = forked.some(({ device }) => device === memory.chain.device)
    ? [{ do: 'write', rows: memory.renewDevice(moment) }, { do: 'sync' }]
    : []
  return [
    ...renewed,
    ...forked.flatMap(({ operations }) => sealed(operations.map(newOperation), memory, moment, world)),
  ]
}

const newOperation = ({ k, e, d, ob }: OwnCommit['operations'][number]): NewOperation =>
  ({
    kind: k,
    entity: e,
    data: d,
    ...(ob === undefined ? {} : { onBehalfOf: ob }),
  }) as unknown as NewOperation

/** The authority knows more of this chain than this disk does: an old image was put back. Nothing is sealed under it any more. */
function learnedSeq(
  memory: LaptopMemory,
  feed: Feed | FirstCopy,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  const { chain } = memory
  if (feed.log !== centreLog || feed.device !== chain.device) return []
  if (feed.knownSeq <= chain.seq || world.bug === 'Z11')
    return feed.knownSeq > chain.seq
      ? [{ do: 'show', what: { word: 'told-of-later', about: { device: chain.device, seq: feed.knownSeq } } }]
      : []
  return [
    { do: 'show', what: { word: 'told-of-later', about: { device: chain.device, seq: feed.knownSeq } } },
    { do: 'write', rows: memory.renewDevice(moment) },
    { do: 'sync' },
  ]
}

/** A first copy counts when all of its chunks are here, and they are of one moment. */
function copied(
  memory: LaptopMemory,
  from: string,
  copy: FirstCopy,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (!memory.follows(copy.log)) return []
  const effects = [...learnedSeq(memory, copy, moment, world)]
  const log = memory.logOf(copy.log)
  if (log.head.g !== 0) return effects
  const items = memory.chunkCame(copy)
  // Z13: the chunks that are here are taken for all of them.
  const whole = world.bug === 'Z13' ? copy.items : items
  if (whole === null) return effects
  const took = log.takeCopy(
    whole.map((item) => asKept(item, world)),
    copy.checkpoint.checkpoint,
    world.bug === 'Z13' || world.bug === 'Z6',
  )
  if (took === null)
    return [...effects, { do: 'show', what: { word: 'receipts-broken', about: { log: copy.log } } }]
  return [
    ...effects,
    ...kept(memory, copy, took.rows, took.taken, moment, world),
    ask(memory, from, copy.log),
  ]
}

/** The administrator enrols a laptop under its new key, once. */
function enrolled(
  memory: LaptopMemory,
  from: string,
  { device, user }: Extract<Message, { kind: 'enrol' }>,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (memory.person.role !== 'administrator') return []
  const said = memory.ownOperations().some(({ e, k }) => k === 'device.enrol@1' && e === `device/${device}`)
  const answer: LaptopEffect = { do: 'send', to: from, message: { kind: 'enrolled', device } }
  if (said) return [answer]
  const publicKey = base64UrlEncode(world.cryptography.publicKeyOf(device))
  return sealed(
    [control('device.enrol@1', `device/${device}`, { user, publicKey, mayHub: false })],
    memory,
    moment,
    world,
  )
}

/** [SY17] The authority does not have the position that this laptop has: everything is asked and offered again. */
function wentElsewhere(
  memory: LaptopMemory,
  from: string,
  message: Extract<Message, { kind: 'elsewhere' }>,
  world: WorldOf,
): readonly LaptopEffect[] {
  // A hub has no older copy: another one has succeeded it.
  if (!memory.follows(message.log) || world.bug === 'Z5') return []
  const { head } = memory.logOf(message.log)
  if (message.after !== head.g || message.r !== (head.g === 0 ? null : receiptText(head.r))) return []
  return [
    { do: 'write', rows: memory.startAgain(message.log) },
    { do: 'sync' },
    { do: 'show', what: { word: 'reconciles', about: { log: message.log } } },
    ask(memory, from, message.log),
  ]
}
