import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Channel, RoomPin, RoomVisitor, Welcome } from '#main/adapters/network/networkPorts.ts'
import { connectToRoom, successorFound } from '#main/sync/room/connectToRoom.ts'
import type { RoomPlace } from '#main/sync/room/roomPlace.ts'
import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { createdFile, temporaryFolder, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { sharedWorld, withCommittee } from '#tests/sqlite/sharedWorld.ts'

const key = (byte: number) => new Uint8Array(32).fill(byte)
const lease: Lease = {
  ...{ id: 'seance', session: 's1', dossiers: [], hub: 'd-hub', successors: ['d-heir'], g: 0 },
  ...{ from: 0, to: 1, emergency: false, standing: 'open', endedG: null },
}
const hubPin: RoomPin = { addresses: ['10.0.0.1'], port: 17_443, fingerprint: key(1) }
const heir = { device: 'd-heir', addresses: ['10.0.0.2'], port: 5000, fingerprint: base64UrlEncode(key(2)) }
const place: RoomPlace = {
  ...{ lease, isHub: false, standing: 'open', port: 0, pin: hubPin, orderedBy: 'd-hub' },
  ...{ ways: [heir], wasHub: false },
}

interface There {
  readonly address: string
  readonly port: number
  readonly key: number
  readonly device: string
  readonly epoch?: number
  readonly log?: string
  readonly says?: RefusalCode
  readonly isProven?: boolean
}

/** A network on which these machines listen; nobody else answers. */
function network(there: readonly There[], heard: readonly There[] = []) {
  const tried: string[] = []
  let shut = 0
  const visitor: RoomVisitor = {
    enter: async () => refuse('network.room-closed'),
    look: async () => heard.map(({ address, port }) => ({ name: 'Salle', addresses: [address], port })),
    connect: async ({ addresses, port, fingerprint }) => {
      tried.push(`${addresses[0]}:${port}/${fingerprint[0]}`)
      const machine = there.find((each) => addresses.includes(each.address) && each.port === port)
      if (machine === undefined) return refuse('network.nobody-answers')
      if (machine.key !== fingerprint[0]) return refuse('network.other-machine')
      if (machine.says !== undefined) return refuse(machine.says)
      const { device: authority, log = 'lease/seance', epoch: restores = 0, isProven = true } = machine
      const welcome: Welcome = {
        ...{ authority, log, restores, head: 0, knownSeq: 0, schemas: [1, 1] },
        isAuthorityProven: isProven,
      }
      const channel = { peer: authority, close: () => void shut++ } as unknown as Channel
      return ok({ channel, welcome })
    },
  }
  return { visitor, tried, shut: () => shut }
}

let file: ShareableFile
const folder = temporaryFolder()
beforeAll(async () => {
  file = (await createdFile(folder.file('a.delibere'))).file
  withCommittee(file)
  sharedWorld(file)
})
afterAll(() => {
  file.close()
  folder[Symbol.dispose]()
})
const find = async (machines: ReturnType<typeof network>, from = place) => {
  const reached = await connectToRoom(file.sharing, from, machines.visitor, 'essai')
  return reached.ok ? [reached.value.followed.authority, reached.value.pin] : reached.refusal.code
}

test('[HS16] a hub whose address and port changed is found by its key alone, among those heard on the network', async () => {
  const moved = { address: '192.168.7.7', port: 40_000, key: 1, device: 'd-hub' }
  const other = { address: '192.168.7.8', port: 40_001, key: 9, device: 'd-other' }
  const machines = network([other, moved], [other, moved])
  expect(await find(machines)).toEqual([
    'd-hub',
    { addresses: ['192.168.7.7'], port: 40_000, fingerprint: key(1) },
  ])
})

test('[HS16] a successor is tried where the room said, after the hub; another machine at the address of the hub does not stop it', async () => {
  const stranger = { address: '10.0.0.1', port: 17_443, key: 9, device: 'd-other' }
  const machines = network([
    stranger,
    { address: '10.0.0.2', port: 5000, key: 2, device: 'd-heir', epoch: 1 },
  ])
  expect(await find(machines)).toEqual([
    'd-heir',
    { addresses: ['10.0.0.2'], port: 5000, fingerprint: key(2) },
  ])
  expect(machines.tried).toEqual(['10.0.0.1:17443/1', '10.0.0.2:5000/2'])
})

test('[HS16] what the room itself refuses is said at once; nobody else is asked', async () => {
  const machines = network([
    { address: '10.0.0.1', port: 17_443, key: 1, device: 'd-hub', says: 'network.proof-refused' },
  ])
  expect(await find(machines)).toBe('network.proof-refused')
  expect(machines.tried).toHaveLength(1)
})

test('[HS16] who orders another log, or is not of the room, is let go', async () => {
  const elsewhere = { address: '10.0.0.1', port: 17_443, key: 1, device: 'd-hub', log: 'lease/autre' }
  const foreign = { address: '10.0.0.2', port: 5000, key: 2, device: 'd-nobody' }
  const machines = network([elsewhere, foreign])
  expect(await find(machines)).toBe('network.other-machine')
  expect(machines.shut()).toBe(2)
})

test('[SY63] who was in a later epoch follows no earlier one', async () => {
  const cursor = { log: 'lease/seance', epoch: 1, g: 3, r: new Uint8Array(32) }
  valueOf(file.sharing.copy.write([{ table: 'cursor', key: cursor.log, row: cursor }]))
  const machines = network([{ address: '10.0.0.1', port: 17_443, key: 1, device: 'd-hub', epoch: 0 }])
  expect(await find(machines)).toBe('network.room-closed')
  expect(machines.shut()).toBe(1)
  valueOf(file.sharing.copy.write([{ table: 'cursor', key: cursor.log, row: null }]))
})

test.for([
  ['of a later epoch, under its own key', { epoch: 1 }, 'd-heir'],
  ['that is not proven', { epoch: 1, isProven: false }, undefined],
  ['of the same epoch', { epoch: 0 }, undefined],
  ['of another room', { epoch: 1, log: 'lease/autre' }, undefined],
] as const)('[SY63] a hub gives way to a successor %s: %o', async ([, more, device]) => {
  const own = { ...place, isHub: true, pin: null, lease: { ...lease, hub: file.sharing.device()?.id ?? '' } }
  const machines = network([{ address: '10.0.0.2', port: 5000, key: 2, device: 'd-heir', ...more }])
  const found = await successorFound(file.sharing, own, machines.visitor, 'essai', true)
  expect(found?.device).toBe(device)
  expect(machines.shut()).toBe(1)
})
