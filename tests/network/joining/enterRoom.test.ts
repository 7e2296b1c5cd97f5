import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { enterRoom } from '#main/adapters/network/joining/enterRoom.ts'
import { readInvitation, writeInvitation } from '#main/adapters/network/joining/invitation.ts'
import { newJoinCode } from '#main/adapters/network/joining/joinCode.ts'
import type { DoorState } from '#main/adapters/network/networkPorts.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { tlsRelay } from '../support/relay.ts'
import { type TestRoom, testRoom } from '../support/testRoom.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
})

async function aRoom(): Promise<TestRoom> {
  const made = await testRoom()
  open.push(made.room)
  return made
}

const byCode = (code: string, port: number) =>
  enterRoom({ kind: 'code', code, address: `127.0.0.1:${port}` }, nodeTimers)

/** A code of the right form that is not this one. */
function otherCode(right: string): string {
  for (let i = 0; ; i++) {
    const code = newJoinCode({ bytes: () => Uint8Array.from([1, 2, 3, 4, 5, 6, i]) })
    if (code !== right) return code
  }
}

/** The room's invitation, its address replaced by one of this test. */
function invitationTo(room: TestRoom, port: number): string {
  const read = readInvitation(room.room.door().invitation)
  if (!read.ok) throw new Error(read.refusal.code)
  return writeInvitation({ ...read.value, addresses: ['127.0.0.1'], port })
}

describe('entering a room', () => {
  it('[NW5] by its code: the machine learns the pin of the hub', async () => {
    const { room, pin } = await aRoom()
    expect(await byCode(room.door().code.toLowerCase(), room.port)).toEqual({ ok: true, value: pin })
    expect(room.door()).toMatchObject({ state: 'open', wrongCodes: 0 })
  })

  it('[NW7] by its invitation', async () => {
    const made = await aRoom()
    const text = invitationTo(made, made.room.port)
    expect(await enterRoom({ kind: 'invitation', text }, nodeTimers)).toEqual({ ok: true, value: made.pin })
  })

  it('[NW6] a wrong code is refused, counted, and says how many are left', async () => {
    const { room } = await aRoom()
    expect(await byCode(otherCode(room.door().code), room.port)).toEqual({
      ok: false,
      refusal: { code: 'network.wrong-code', details: { attemptsLeft: 9, address: '127.0.0.1' } },
    })
    expect(room.door()).toMatchObject({ state: 'open', wrongCodes: 1 })
  })

  it('[NW5] a slip of the finger does not even reach the room', async () => {
    const { room } = await aRoom()
    const { code } = room.door()
    const slip = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    expect(await byCode(slip, room.port)).toMatchObject({ refusal: { code: 'network.code-malformed' } })
    expect(room.door().wrongCodes).toBe(0)
  })

  it('[NW6] a man in the middle with his own certificate gets nobody in, though the code is right', async () => {
    const { room } = await aRoom()
    const spy = await tlsRelay(room.port)
    open.push(spy)
    const { code } = room.door()
    expect(await byCode(code, spy.port)).toMatchObject({
      ok: false,
      refusal: { code: 'network.wrong-code' },
    })
    // He did carry the whole exchange; the room knows that somebody tried.
    expect(spy.seen()).toMatch(/GET \/join .*"share":.*"refused":"wrong-code"/s)
    expect(room.door().wrongCodes).toBe(1)
  })

  it('[NW4] with the invitation he is recognised before a word is said', async () => {
    const made = await aRoom()
    const spy = await tlsRelay(made.room.port)
    open.push(spy)
    const text = invitationTo(made, spy.port)
    expect(await enterRoom({ kind: 'invitation', text }, nodeTimers)).toEqual({
      ok: false,
      refusal: { code: 'network.other-machine', details: { address: '127.0.0.1' } },
    })
    expect(spy.seen()).toBe('')
    expect(spy.visits()).toBe(1)
  })

  it('[NW6] a machine that admits everybody is not believed: it cannot prove that it knows the code', async () => {
    const [ours, impostor] = [await aRoom(), await aRoom()]
    expect(await byCode(ours.room.door().code, impostor.room.port)).toMatchObject({
      ok: false,
      refusal: { code: 'network.wrong-code' },
    })
  })

  it('[NW6] after ten wrong codes the door locks, says so, and a new code opens it', async () => {
    const { room, pin } = await aRoom()
    const told: DoorState['state'][] = []
    room.onDoor(({ state }) => told.push(state))
    const first = room.door().code
    const wrong = otherCode(first)
    const answers = await Promise.all(Array.from({ length: 14 }, () => byCode(wrong, room.port)))
    const codes = answers.map((answer) => (answer.ok ? 'in' : answer.refusal.code)).sort()
    expect(codes).toEqual([
      ...new Array(4).fill('network.door-locked'),
      ...new Array(10).fill('network.wrong-code'),
    ])
    expect(told).toEqual([...new Array(9).fill('open'), 'locked'])
    expect(await byCode(first, room.port)).toMatchObject({ refusal: { code: 'network.door-locked' } })

    room.renewCode()
    expect(room.door()).toMatchObject({ state: 'open', wrongCodes: 0 })
    expect(await byCode(first, room.port)).toMatchObject({ refusal: { code: 'network.wrong-code' } })
    expect(await byCode(room.door().code, room.port)).toEqual({ ok: true, value: pin })
  })

  it('[NW6] a locked door still opens to the invitation, which nobody guesses', async () => {
    const made = await aRoom()
    const wrong = otherCode(made.room.door().code)
    for (let i = 0; i < 10; i++) await byCode(wrong, made.room.port)
    expect(made.room.door().state).toBe('locked')
    const text = invitationTo(made, made.room.port)
    expect(await enterRoom({ kind: 'invitation', text }, nodeTimers)).toEqual({ ok: true, value: made.pin })
  })

  it('[NW6] a closed door lets nobody in, and says which', async () => {
    const { room } = await aRoom()
    const { code } = room.door()
    room.closeDoor()
    expect(await byCode(code, room.port)).toMatchObject({ refusal: { code: 'network.room-closed' } })
  })

  it('[NW10] says when nothing listens there, and when something else does', async () => {
    const { room } = await aRoom()
    const { code } = room.door()
    const other = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.resume()
      socket.end('SSH-2.0-other\r\n')
    })
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    expect(await byCode(code, port)).toMatchObject({ refusal: { code: 'network.other-machine' } })
    await new Promise((done) => other.close(done))
    expect(await byCode(code, port)).toMatchObject({ refusal: { code: 'network.room-closed' } })
  })
})
