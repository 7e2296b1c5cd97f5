import { describe, expect, test } from 'vitest'
import { nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { successorSilenceMs } from '#shared/operations/exchange/acknowledgements.ts'
import {
  askLeases,
  askSeed,
  bringBack,
  relayCarried,
  takeOver,
  tellHeld,
} from '#shared/operations/exchange/roomErrands.ts'
import { follow } from '#shared/operations/replica/openReplica.ts'
import type { RoomWay } from '#shared/operations/wire/wireFrame.ts'
import {
  attends,
  candidatureSubmitted,
  committeeWorld,
  dossierRegistered,
  mark,
  type Person,
  ports,
  sheetScope,
  type World,
} from '../operations/support/committee.ts'
import type { TestOperation } from '../operations/support/device.ts'
import { testReplica } from '../operations/support/replica.ts'
import {
  type Clock,
  connect,
  type Following,
  follower,
  following,
  kinds,
  type Serving,
  seen,
  serving,
  settle,
} from './support/meeting.ts'

const granted: TestOperation = {
  k: 'lease.grant@1',
  e: 'lease/lease-1',
  d: { session: 'ses-1', hub: 'd-secretary', successors: ['d-chair'], from: 0, to: 1 },
}
const roomLog = 'lease/lease-1'

/** The laptop of the secretariat, which wrote before this test began. */
function secretary(world: World, clock: Clock): Following {
  const replica = testReplica(world, 'secretary')
  const { head } = world.devices.secretary
  const row = {
    dev: 'd-secretary',
    seq: head?.seq ?? 0,
    digest: head?.headerDigest ?? null,
    hlc: null,
    mustEnrol: false,
    former: [],
  }
  replica.store.apply([{ table: 'ownHead', key: 'own', row }])
  return following(replica, clock)
}

interface Opened {
  readonly world: World
  readonly clock: Clock
  readonly centre: Serving
  readonly hub: Serving
  readonly seed: readonly RowChange[]
  /** What the laptop of the hub says to the centre. */
  readonly hubAtCentre: Following
}

/** A lease was given, its hub took the seed while it had the centre, and opened the room. */
async function openedRoom(): Promise<Opened> {
  const clock: Clock = { ms: 1_780_000_000_000 }
  const world = committeeWorld()
  world.act('secretary', 'control', granted)
  const centre = serving(world.store, world.devices.admin, clock)
  const hubAtCentre = secretary(world, clock)
  const line = connect(hubAtCentre, centre)
  const asked = askLeases(hubAtCentre.exchange)
  const seeded = askSeed(hubAtCentre.exchange, 'lease-1')
  await settle([line])
  expect(await asked).toMatchObject({ ok: true, value: [{ id: 'lease-1', standing: 'open' }] })
  const answer = await seeded
  if (!answer.ok) throw new Error(answer.why)
  line.cut()
  const hub = serving(memoryRows(answer.value.rows), world.devices.secretary, clock, {
    tellsPresence: true,
    successors: ['d-chair'],
  })
  return { world, clock, centre, hub, seed: answer.value.rows, hubAtCentre }
}

/** Comes into the room with the copy that it has of the centre. */
function inRoom(device: Following, clock: Clock): Following {
  device.replica.store.apply(follow(roomLog))
  return following(device.replica, clock)
}

async function fromCentre(person: Person, { world, clock, centre }: Opened): Promise<Following> {
  const device = follower(world, person, clock)
  const line = connect(device, centre)
  await settle([line])
  line.cut()
  return device
}

const marks = (device: Following, ...values: readonly number[]): void => {
  const member = `m-${device.person}`
  for (const value of values) device.replica.write(sheetScope(1, member), mark(1, member, value))
  device.exchange.sealed()
}

const troubles = (device: Following): readonly string[] =>
  kinds(device.events).filter((kind) => ['broken', 'incident', 'must-enrol', 'turned-away'].includes(kind))

describe('a room', () => {
  test('[EX10][EX15] lease, room, return: everybody agrees in the room, and again at the centre', async () => {
    const opened = await openedRoom()
    const { clock, centre, hub, hubAtCentre } = opened
    const atHome = [await fromCentre('anne', opened), await fromCentre('bruno', opened)]
    const [anne, bruno] = atHome.map((device) => inRoom(device, clock))
    if (anne === undefined || bruno === undefined) throw new Error('nobody')
    const secretariat = inRoom(hubAtCentre, clock)
    let lines = [anne, bruno, secretariat].map((device) => connect(device, hub))
    await settle(lines)
    const present = ['d-anne', 'd-bruno', 'd-secretary']
    expect(anne.events).toContainEqual({ kind: 'presence', devices: present, ways: [] })
    marks(anne, 500, 600)
    marks(bruno, 700)
    // Not of this room: kept for the centre.
    secretariat.replica.write('dossier/dos-9', dossierRegistered(9), candidatureSubmitted(9))
    secretariat.exchange.sealed()
    await settle(lines)
    for (const device of [anne, bruno]) {
      expect(seen(device, hub).copy).toMatchObject(seen(device, hub).truth)
      expect(device.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
    }
    expect(hub.rows.row('log', 'log')).toMatchObject({ log: roomLog, epoch: 0, g: 3 })
    expect(hub.rows.row('carriedCount', 'carried')).toEqual({ count: 1 })
    for (const line of lines) line.cut()

    // The centre is within reach again: what was carried first, then the room.
    const errand = following(hubAtCentre.replica, clock)
    lines = [connect(errand, centre)]
    await settle(lines)
    const relayed = relayCarried(errand.exchange, hub.store, 0)
    await settle(lines)
    expect(await relayed).toBe(1)
    expect(centre.rows.row('aggregate', 'dossier/dos-9')?.version).toBe(1)
    const back = bringBack(
      errand.exchange,
      hub.store,
      'lease-1',
      nodeSigner(opened.world.devices.secretary.privateKey),
      clock.ms,
    )
    await settle(lines)
    expect(await back).toEqual({ ok: true, value: { standing: 'returned' } })
    expect(centre.rows.row('lease', 'lease-1')?.standing).toBe('returned')
    expect(
      centre.events.flatMap((event) => (event.kind === 'ordered' ? kinds(event.outputs) : [])),
    ).not.toContain('incident')
    expect(centre.rows.row('aggregate', 'sheet/can-1/m-anne')).toEqual(
      hub.rows.row('aggregate', 'sheet/can-1/m-anne'),
    )
    const head = centre.rows.row('log', 'log')
    const again = bringBack(
      errand.exchange,
      hub.store,
      'lease-1',
      nodeSigner(opened.world.devices.secretary.privateKey),
      clock.ms,
    )
    await settle(lines)
    expect(await again).toEqual({ ok: true, value: { standing: 'returned' } })
    expect(centre.rows.row('log', 'log')).toEqual(head)

    for (const device of atHome) {
      device.replica.store.apply(follow('centre'))
      await settle([...lines, connect(device, centre)])
      expect(seen(device, centre).copy).toEqual(seen(device, centre).truth)
      expect(device.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
      expect(troubles(device)).toEqual([])
    }
  })

  test('[EX8][SY19] « reçu » waits for the successor that is there, not for one that is gone or silent', async () => {
    const opened = await openedRoom()
    const { clock, hub } = opened
    const anne = inRoom(await fromCentre('anne', opened), clock)
    const chair = inRoom(await fromCentre('chair', opened), clock)
    const line = connect(anne, hub)
    const successor = connect(chair, hub)
    await settle([line, successor])
    marks(anne, 500)
    // The line to the successor is slow: nobody else waits for the entry itself.
    await settle([line])
    expect(anne.exchange.counters()).toMatchObject({ toSend: 1, inFlight: 1 })
    expect(seen(anne, hub).copy).toHaveProperty(['sheet/can-1/m-anne'])
    await settle([successor, line])
    expect(anne.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
    // Silent: waited for, but not for ever.
    marks(anne, 600)
    await settle([line])
    hub.exchange.tick()
    await settle([line])
    expect(anne.exchange.counters()).toMatchObject({ toSend: 1 })
    clock.ms += successorSilenceMs + 1
    hub.exchange.tick()
    await settle([line])
    expect(anne.exchange.counters()).toMatchObject({ toSend: 0 })
    // It speaks again, and counts again.
    await settle([successor, line])
    marks(anne, 700)
    await settle([line])
    expect(anne.exchange.counters()).toMatchObject({ toSend: 1 })
    // Gone.
    successor.cut()
    await settle([line])
    expect(anne.exchange.counters()).toMatchObject({ toSend: 0 })
  })

  test('[EX17] a successor says where it would be found; everybody in the room is told, whoever else says so is not heard', async () => {
    const opened = await openedRoom()
    const { clock } = opened
    const own: RoomWay = { device: 'd-secretary', addresses: ['10.0.0.1'], port: 17_443, fingerprint: 'S' }
    const hub = serving(memoryRows(opened.seed), opened.world.devices.secretary, clock, {
      ...{ tellsPresence: true, successors: ['d-chair'], ownWay: () => own },
    })
    const [anne, chair] = [
      inRoom(await fromCentre('anne', opened), clock),
      inRoom(await fromCentre('chair', opened), clock),
    ]
    const lines = [connect(anne, hub), connect(chair, hub)]
    await settle(lines)
    const way = { addresses: ['10.0.0.2', '::2'], port: 5000, fingerprint: 'C' }
    const asked = [anne, chair].map(({ exchange }) => exchange.ask('room-way', way))
    const many = chair.exchange.ask('room-way', { ...way, addresses: Array(17).fill('10.0.0.3') })
    await settle(lines)
    expect(await Promise.all(asked)).toEqual([
      { ok: false, why: 'forbidden' },
      { ok: true, value: {} },
    ])
    expect(await many).toEqual({ ok: false, why: 'too-large' })
    const ways = [own, { device: 'd-chair', ...way }]
    for (const { events } of [anne, chair])
      expect(events.filter(({ kind }) => kind === 'presence').at(-1)).toEqual({
        ...{ kind: 'presence', devices: ['d-anne', 'd-chair'], ways },
      })
    expect(hub.events.filter(({ kind }) => kind === 'ways')).toEqual([
      { kind: 'ways', ways: [{ device: 'd-chair', ...way }] },
    ])
  })

  test('[EX15][SY21] a successor takes the room over, nothing that was acknowledged is lost, and it brings the room back', async () => {
    const opened = await openedRoom()
    const { world, clock, centre, hub } = opened
    const anne = inRoom(await fromCentre('anne', opened), clock)
    const bruno = inRoom(await fromCentre('bruno', opened), clock)
    const chairAtCentre = follower(world, 'chair', clock)
    let line = connect(chairAtCentre, centre)
    const seeded = askSeed(chairAtCentre.exchange, 'lease-1')
    await settle([line])
    const seed = await seeded
    if (!seed.ok) throw new Error(seed.why)
    expect(seed.value.rows).toEqual(opened.seed)
    line.cut()
    const chair = inRoom(chairAtCentre, clock)
    let lines = [anne, bruno, chair].map((device) => connect(device, hub))
    await settle(lines)
    marks(anne, 500)
    marks(bruno, 700)
    await settle(lines)
    // The hub dies; one more was written that it never had.
    for (const each of lines) each.cut()
    marks(anne, 600)

    const rows = memoryRows(seed.value.rows)
    const next = serving(rows, world.devices.chair, clock, { tellsPresence: true })
    expect(kinds(await takeOver(next.store, chair.replica.store, 'lease-1', ports))).not.toContain('incident')
    expect(rows.row('log', 'log')).toMatchObject({ log: roomLog, epoch: 1, g: 2 })
    const there = [anne, bruno].map((device) => following(device.replica, clock))
    lines = there.map((device) => connect(device, next))
    await settle(lines)
    expect(rows.row('log', 'log')).toMatchObject({ epoch: 1, g: 3 })
    for (const device of there) {
      expect(seen(device, next).copy).toMatchObject(seen(device, next).truth)
      expect(device.replica.store.row('cursor', roomLog)).toMatchObject({ epoch: 1, g: 3 })
      expect(troubles(device)).toEqual([])
    }

    const errand = following(chair.replica, clock)
    line = connect(errand, centre)
    await settle([line])
    const signer = nodeSigner(world.devices.chair.privateKey)
    const back = bringBack(errand.exchange, next.store, 'lease-1', signer, clock.ms)
    await settle([line])
    expect(await back).toEqual({ ok: true, value: { standing: 'returned' } })
    expect(centre.rows.row('aggregate', 'sheet/can-1/m-anne')).toEqual(
      rows.row('aggregate', 'sheet/can-1/m-anne'),
    )
  })

  test('[EX10][SY66] what a lost hub alone had is judged when it comes back, though its successor was before it', async () => {
    const opened = await openedRoom()
    const { world, clock, centre, hub, hubAtCentre } = opened
    const anne = inRoom(await fromCentre('anne', opened), clock)
    const chairAtCentre = await fromCentre('chair', opened)
    const chair = inRoom(chairAtCentre, clock)
    const lines = [connect(anne, hub), connect(chair, hub)]
    await settle(lines)
    // The successor is gone: the hub alone says « reçu » to Anne, whose laptop is never seen again.
    lines[1]?.cut()
    marks(anne, 500)
    await settle(lines)
    expect(anne.exchange.counters()).toMatchObject({ toSend: 0 })
    lines[0]?.cut()
    const next = serving(memoryRows(opened.seed), world.devices.chair, clock)
    await takeOver(next.store, chair.replica.store, 'lease-1', ports)
    const bringsBack = async (errand: Following, room: Serving, person: 'chair' | 'secretary') => {
      const device = following(errand.replica, clock)
      const line = connect(device, centre)
      await settle([line])
      const signer = nodeSigner(world.devices[person].privateKey)
      const back = bringBack(device.exchange, room.store, 'lease-1', signer, clock.ms)
      await settle([line])
      return back
    }
    const returned = { ok: true, value: { standing: 'returned' } }
    expect(await bringsBack(chair, next, 'chair')).toEqual(returned)
    expect(centre.rows.row('aggregate', 'sheet/can-1/m-anne')).toBe(null)
    expect(await bringsBack(hubAtCentre, hub, 'secretary')).toEqual(returned)
    expect(centre.rows.row('aggregate', 'sheet/can-1/m-anne')).toEqual(
      hub.rows.row('aggregate', 'sheet/can-1/m-anne'),
    )
    const head = centre.rows.row('log', 'log')
    expect(await bringsBack(hubAtCentre, hub, 'secretary')).toEqual(returned)
    expect(centre.rows.row('log', 'log')).toEqual(head)
  })

  test('[EX10][SY21] a voided lease: the order is rebuilt from what the devices of the room tell', async () => {
    const opened = await openedRoom()
    const { world, clock, centre, hub } = opened
    const anne = inRoom(await fromCentre('anne', opened), clock)
    const bruno = inRoom(await fromCentre('bruno', opened), clock)
    // On the laptop that is lost: the others alone have it then.
    const lost = inRoom(opened.hubAtCentre, clock)
    let lines = [anne, bruno, lost].map((device) => connect(device, hub))
    await settle(lines)
    marks(anne, 500)
    lost.replica.write('session/ses-1', attends('m-bruno'))
    lost.exchange.sealed()
    await settle(lines)
    // Only one of them hears the second.
    lines[1]?.cut()
    marks(anne, 600)
    await settle([lines[0]].flatMap((each) => each ?? []))
    for (const each of lines) each.cut()
    world.act('admin', 'control', { k: 'lease.void@1', e: 'lease/lease-1', d: { reason: 'perdu' } })

    const telling = [bruno, anne].map((device) => following(device.replica, clock))
    for (const device of telling) device.replica.store.apply(follow('centre'))
    lines = telling.map((device) => connect(device, centre))
    await settle(lines)
    const told = telling.map((device) => tellHeld(device.exchange, device.replica.store, 'lease-1'))
    await settle(lines)
    expect(await Promise.all(told)).toEqual([
      { ok: true, value: { standing: 'voided' } },
      { ok: true, value: { standing: 'voided' } },
    ])
    // In rows: another process of the centre, or this one started again, has what was told.
    expect(centre.rows.row('index', 'told/lease-1')).toEqual({ ids: ['d-bruno', 'd-anne'] })
    const kept = [...centre.rows.scan('told')].map(([key]) => key)
    expect(kept).toEqual([...lost.replica.store.scan('own')].map(([, { cid }]) => `lease-1/${cid}`))
    expect(kept.length).toBe(1)
    const outputs = await centre.exchange.endVoided('lease-1')
    expect([...centre.rows.scan('told')]).toEqual([])
    expect(await centre.exchange.endVoided('lease-1')).toEqual([])
    expect(kinds(outputs)).not.toContain('incident')
    await settle(lines)
    expect(centre.rows.row('lease', 'lease-1')).toMatchObject({
      standing: 'voided',
      endedG: expect.any(Number),
    })
    for (const entity of ['sheet/can-1/m-anne', 'session/ses-1'])
      expect(centre.rows.row('aggregate', entity)).toEqual(hub.rows.row('aggregate', entity))
    for (const device of telling) {
      expect(seen(device, centre).copy).toEqual(seen(device, centre).truth)
      expect(troubles(device)).toEqual([])
    }
  })

  test('[EX10] the seed is for the hub and its successors alone, the return too', async () => {
    const opened = await openedRoom()
    const { world, clock, centre, hub } = opened
    const anne = follower(world, 'anne', clock)
    const lines = [connect(anne, centre)]
    const seed = askSeed(anne.exchange, 'lease-1')
    const leases = askLeases(anne.exchange)
    const back = bringBack(
      anne.exchange,
      hub.store,
      'lease-1',
      nodeSigner(world.devices.anne.privateKey),
      clock.ms,
    )
    await settle(lines)
    expect(await seed).toEqual({ ok: false, why: 'forbidden' })
    expect(await leases).toEqual({ ok: true, value: [] })
    expect(await back).toEqual({ ok: false, why: 'forbidden' })
    // The hub itself, under another key than its own.
    const secretariat = following(opened.hubAtCentre.replica, clock)
    lines.push(connect(secretariat, centre))
    await settle(lines)
    const forged = bringBack(
      secretariat.exchange,
      hub.store,
      'lease-1',
      nodeSigner(world.devices.anne.privateKey),
      clock.ms,
    )
    await settle(lines)
    expect(await forged).toEqual({ ok: false, why: 'bad-run' })
    expect(centre.rows.row('lease', 'lease-1')?.standing).toBe('open')
  })

  test('[EX10] who may read all of a lease and is not named in it has no right to its seed', async () => {
    const clock: Clock = { ms: 1_780_000_000_000 }
    const world = committeeWorld()
    world.act('secretary', 'control', {
      ...granted,
      d: { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 },
    })
    const centre = serving(world.store, world.devices.admin, clock)
    const chair = follower(world, 'chair', clock)
    const line = connect(chair, centre)
    const seed = askSeed(chair.exchange, 'lease-1')
    await settle([line])
    expect(await seed).toEqual({ ok: false, why: 'forbidden' })
  })

  test('[EX10] a hub that ordered something gives the seed that it kept, or none', async () => {
    const opened = await openedRoom()
    const { world, clock, hub } = opened
    const chair = inRoom(await fromCentre('chair', opened), clock)
    const anne = inRoom(await fromCentre('anne', opened), clock)
    const lines = [connect(chair, hub), connect(anne, hub)]
    const early = askSeed(chair.exchange, 'lease-1')
    await settle(lines)
    const before = await early
    const byKey = (rows: readonly RowChange[]) => new Map(rows.map((row) => [`${row.table} ${row.key}`, row]))
    expect(before.ok && byKey(before.value.rows)).toEqual(byKey(opened.seed))
    marks(anne, 500)
    await settle(lines)
    const late = askSeed(chair.exchange, 'lease-1')
    await settle(lines)
    expect(await late).toEqual({ ok: false, why: 'not-here' })
    const keeps = serving(hub.rows, world.devices.secretary, clock, {
      successors: ['d-chair'],
      seedOf: async () => opened.seed,
    })
    lines.push(connect(chair, keeps))
    const kept = askSeed(chair.exchange, 'lease-1')
    await settle(lines)
    expect(await kept).toMatchObject({ ok: true, value: { rows: opened.seed } })
  })
})
