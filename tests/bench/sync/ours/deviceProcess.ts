import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { WebSocket } from 'ws'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { channelDeflate } from '#main/adapters/network/channel/channelDeflate.ts'
import { makeChannel } from '#main/adapters/network/channel/makeChannel.ts'
import { socketLink } from '#main/adapters/network/channel/socketLink.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { configure, hold, openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { migration0004 } from '#main/adapters/sqlite/migrations/0004_shared_file.ts'
import { type SpaceRows, spaceRows } from '#main/adapters/sqlite/sync/spaceRows.ts'
import { takeFirstCopy } from '#main/sync/centre/takeFirstCopy.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok } from '#shared/kernel/result.ts'
import { lacks, type RowChange } from '#shared/operations/authority/rows.ts'
import { type DeviceExchange, deviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import { sealOwn } from '#shared/operations/replica/sealOwn.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { answering, cpuMs, peakMb } from './answering.ts'
import { type BenchDevice, markOperation, organisation, sheetScope } from './committee.ts'

// A laptop without its screens: the rows of its copy in an encrypted file (SQLCipher, WAL, synchronous FULL), the exchange.

interface Start {
  readonly folder: string
  readonly device: BenchDevice
  readonly isEncrypted: boolean
  readonly hub: { readonly port: number; readonly log: string; readonly publicKey: string }
}

interface Laptop extends Start {
  readonly copy: SpaceRows
  readonly exchange: DeviceExchange
  write(changes: readonly RowChange[]): void
  /** Called at each event, until it answers true. */
  until(isSo: () => boolean): Promise<void>
  /** Kinds of events heard. */
  readonly events: Set<string>
  /** When each entity was last shown anew, by the clock that all processes of the machine share. */
  readonly seen: Map<string, number>
}

/** Milliseconds, by the clock that every process of this machine shares. */
const sharedNowMs = (): number => performance.timeOrigin + performance.now()

let laptop: Laptop | null = null
const open = (): Laptop => {
  if (laptop === null) throw new Error('not started')
  return laptop
}

answering({
  cpu: cpuMs,
  start: (start: Start) => {
    laptop = startLaptop(start)
  },
  /** `operations` marks, so many in a commit, each commit durable before anything is sent; untimed. */
  seal: ({ first, operations, perCommit }: { first: number; operations: number; perCommit: number }) => {
    for (let at = 0; at < operations; at += perCommit) sealMarks(open(), first + at, perCommit)
  },
  /** Takes what the file held when it was shared, then leaves: what is timed later is what came since. */
  prepare: async () => {
    const { until, exchange, events } = open()
    await connect(open())
    await until(() => events.has('up-to-date'))
    events.clear()
    exchange.close()
    await until(() => events.has('closed'))
  },
  /** Milliseconds from the opening of the line until the hub has said of each commit that it is durable. */
  push: async () => {
    const { until, exchange } = open()
    const begun = performance.now()
    await connect(open())
    await until(() => exchange.counters().toSend === 0)
    return performance.now() - begun
  },
  /** Milliseconds until so many commits are in the copy, verified, folded, durable. */
  pull: async ({ commits }: { commits: number }) => {
    const { until, copy } = open()
    const begun = performance.now()
    await connect(open())
    await until(() => (copy.row('cursor', open().hub.log)?.g ?? 0) >= commits)
    return performance.now() - begun
  },
  /** Milliseconds of a first copy: made by the centre, given in chunks, verified, durable, counted. */
  firstCopy: async () => {
    const begun = performance.now()
    await connect(open())
    await open().until(() => open().events.has('up-to-date'))
    return performance.now() - begun
  },
  /** Comes into the room and stays. */
  enter: async () => {
    await connect(open())
    await open().until(() => open().events.has('up-to-date'))
  },
  /** One mark every so often, each durable here before it leaves; answers when each was keyed. */
  meeting: async ({ marks, everyMs }: { marks: number; everyMs: number }) => {
    const keyed: [string, number][] = []
    const { device, exchange } = open()
    await wait(everyMs * Math.random())
    for (let at = 0; at < marks; at++) {
      keyed.push([`sheet/can-${at + 1}/${device.memberId}`, sharedNowMs()])
      sealMarks(open(), at, 1)
      exchange.sealed()
      await wait(everyMs)
    }
    return keyed
  },
  /** When this laptop had each mark of the others; waits for all of them. */
  heard: async ({ commits }: { commits: number }) => {
    const { until, copy, hub, seen } = open()
    await until(() => (copy.row('cursor', hub.log)?.g ?? 0) >= commits)
    return [...seen]
  },
  peakMb,
  /** Marks held, and their sum. */
  found: () => foundIn(open().copy),
})

function startLaptop(start: Start): Laptop {
  mkdirSync(start.folder, { recursive: true })
  const path = join(start.folder, `${start.device.id}.db`)
  const database = start.isEncrypted
    ? openDatabase(path, new Uint8Array(32).fill(7), 'create')
    : new SqliteDatabase(path)
  hold(database)
  configure(database)
  database.exec('CREATE TABLE acts (id INTEGER PRIMARY KEY) STRICT')
  database.exec(migration0004.sql)
  const copy = spaceRows(database, 'copy')
  const write = database.transaction((changes: readonly RowChange[]) => copy.apply(changes))
  write(openReplica(start.device.id, start.hub.log))
  const waiting = new Set<() => void>()
  const events = new Set<string>()
  const seen = new Map<string, number>()
  const kept = new Map<string, Json>()
  const take: FileSharing['take'] = (step) => {
    const answer = step({ ...copy, write: () => ok(null) })
    if (lacks(answer)) throw new Error('a file lacks nothing')
    if (answer.changes.length > 0) write(answer.changes)
    return ok(answer.outputs)
  }
  const exchange = deviceExchange({
    store: { copy, take },
    ports: nodeCrypto,
    nowMs: () => Date.now(),
    takeAnew: async (asks) => {
      const { log, publicKey } = start.hub
      const taken = await takeFirstCopy(
        {
          fileId: organisation,
          sharing: {
            take,
            kept: (name) => kept.get(name) ?? null,
            keep: (name, value) => void kept.set(name, value),
          },
        },
        { log, authorityKey: new Uint8Array(Buffer.from(publicKey, 'hex')) },
        ...([asks, nodeCrypto, { onProgress: () => undefined, signal: { aborted: false } }] as const),
      )
      if (!taken.ok) process.stderr.write(`${start.device.id}: ${JSON.stringify(taken.refusal)}\n`)
      return taken.ok
    },
    tell(event) {
      events.add(event.kind)
      if (event.kind === 'changed') for (const entity of event.entities) seen.set(entity, sharedNowMs())
      if (event.kind === 'broken' || event.kind === 'refused' || event.kind === 'turned-away')
        process.stderr.write(`${start.device.id}: ${JSON.stringify(event)}\n`)
      for (const look of waiting) look()
    },
  })
  setInterval(() => {
    exchange.tick()
    for (const look of waiting) look()
  }, 250)
  return {
    ...start,
    copy,
    exchange,
    write,
    events,
    seen,
    until: (isSo) =>
      new Promise((settle) => {
        const look = (): void => {
          if (!isSo()) return
          waiting.delete(look)
          settle()
        }
        waiting.add(look)
        look()
      }),
  }
}

async function connect({ exchange, device, hub }: Laptop): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/${device.id}`, {
    perMessageDeflate: channelDeflate,
  })
  await new Promise<void>((opened, failed) => {
    socket.once('open', () => opened())
    socket.once('error', failed)
  })
  const channel = makeChannel((listener) => socketLink(socket, listener, nodeTimers)).as('centre')
  exchange.follow(channel, {
    authority: 'centre',
    log: hub.log,
    authorityKey: new Uint8Array(Buffer.from(hub.publicKey, 'hex')),
  })
}

function sealMarks({ copy, device, write }: Laptop, first: number, count: number): void {
  const evaluator = device.memberId ?? ''
  const operations = Array.from({ length: count }, (_, at) =>
    // A commit is of one sheet: several marks in it are keyed one after the other.
    markOperation(count === 1 ? first + 1 : Math.floor(first / count) + 1, evaluator, first + at),
  )
  const candidature = count === 1 ? first + 1 : Math.floor(first / count) + 1
  const sealed = sealOwn(
    copy,
    {
      org: organisation,
      usr: device.user,
      scope: sheetScope(candidature, evaluator),
      app: 'bench',
      sv: 1,
      operations,
      nowMs: 1_780_000_000_000 + first,
    },
    { ...nodeCrypto, ...nodeSigner(Buffer.from(device.privateKey, 'hex')) },
  )
  if (lacks(sealed) || !sealed.ok) throw new Error('not sealed')
  write(sealed.value.changes)
}

function foundIn(copy: SpaceRows): { readonly count: number; readonly sum: number } {
  let count = 0
  let sum = 0
  for (const [entity, { state }] of copy.scan('aggregate')) {
    if (!entity.startsWith('sheet/') || state === null) continue
    const mark = (state as Sheet).marks.PERT
    if (mark?.kind !== 'value') continue
    count += 1
    sum += mark.hundredths
  }
  return { count, sum }
}
