import { spawn } from 'node:child_process'
import { connect } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { roomVisitor } from '#main/adapters/network/client/roomVisitor.ts'
import { readInvitation } from '#main/adapters/network/joining/invitation.ts'
import { invitationPicture } from '#main/adapters/network/joining/invitationPicture.ts'
import { handTimers } from '../support/handTimers.ts'
import { testRoom } from '../support/testRoom.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
})

const shownBy = (port: number) =>
  new Promise<string>((settle, fail) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      settle(socket.getPeerX509Certificate()?.serialNumber ?? '')
      socket.destroy()
    })
    socket.on('error', fail)
  })

describe('a room', () => {
  it('[NW4] shows a new certificate the next day; who has the pin does not notice', async () => {
    const timers = handTimers()
    let nowMs = Date.now()
    const made = await testRoom({ clock: { nowMs: () => nowMs } }, timers)
    open.push(made.room)
    const first = await shownBy(made.room.port)
    timers.pass(10_000)
    expect(await shownBy(made.room.port)).toBe(first)
    nowMs += 25 * 60 * 60 * 1000
    timers.pass(10_000)
    // It is made beside the work of the room: a few looks until it is there.
    let second = first
    for (let looks = 0; looks < 200 && second === first; looks++) second = await shownBy(made.room.port)
    expect(second).not.toBe(first)
    const way = { kind: 'code', code: made.room.door().code, address: `127.0.0.1:${made.room.port}` } as const
    expect(await roomVisitor(timers).enter(way)).toEqual({ ok: true, value: made.pin })
  })

  it('[NW10] says when its port is taken', async () => {
    const first = await testRoom()
    open.push(first.room)
    await expect(testRoom({ port: first.room.port })).rejects.toThrow('network.port-taken')
  })

  it('[NW7] its invitation names its addresses, its port, its pin, as a picture too', async () => {
    const { room, pin } = await testRoom()
    open.push(room)
    const { invitation } = room.door()
    const read = readInvitation(invitation)
    if (!read.ok) throw new Error(read.refusal.code)
    expect({ port: read.value.port, fingerprint: read.value.fingerprint }).toEqual({
      port: pin.port,
      fingerprint: pin.fingerprint,
    })
    expect(invitationPicture(invitation)).toMatch(/^<svg .*<\/svg>$/s)
  })

  it('[NW5] another process enters with the code, proves its key, is answered, and is missed when it is killed', async () => {
    const made = await testRoom()
    open.push(made.room)
    const { room } = made
    const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', visitor], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    const said = (count: number) =>
      new Promise<void>((done) => {
        const look = () => lines.length >= count && done()
        child.stdout.on('data', (chunk) => {
          lines.push(
            ...String(chunk)
              .split('\n')
              .filter((line) => line !== ''),
          )
          look()
        })
        look()
      })
    const key = said(1)
    child.stdin.write(`${room.door().code} 127.0.0.1:${room.port}\n`)
    await key
    made.known.set('child', {
      publicKey: new Uint8Array(Buffer.from(lines[0] ?? '', 'hex')),
      revoked: false,
      knownSeq: 0,
    })
    room.onChannel((channel) => {
      channel.onFrame((frame) => {
        if (frame.type === 'pull') channel.send({ type: 'poke', log: frame.log, head: frame.after + 1 })
      })
    })
    const answered = said(2)
    child.stdin.write('connect\n')
    await answered
    expect(lines[1]).toBe('{"type":"poke","head":10,"log":"session-1"}')
    expect(room.channels().map(({ peer }) => peer)).toEqual(['child'])
    const gone = new Promise((settle) => room.channels()[0]?.onClose(settle))
    child.kill('SIGKILL')
    expect(await gone).toEqual({ kind: 'lost' })
    expect(room.channels()).toEqual([])
  })
})

/** A laptop of its own: enters, prints its public key, connects when it is told to, prints the answer to a pull. */
const visitor = `
import { createInterface } from 'node:readline'
import { generateDeviceKeys, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { roomVisitor } from '#main/adapters/network/client/roomVisitor.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const [code, address] = (await lines.next()).value.split(' ')
const visitor = roomVisitor(nodeTimers)
const pin = await visitor.enter({ kind: 'code', code, address })
if (!pin.ok) throw new Error(pin.refusal.code)
const keys = generateDeviceKeys()
console.log(Buffer.from(keys.publicKey).toString('hex'))
await lines.next()
const connected = await visitor.connect(pin.value, {
  id: 'child', app: '1', schemas: [1, 1], position: () => ({ cursor: 0, receipt: null }),
  sign: nodeSigner(keys.privateKey).sign, authorityKey: () => null,
})
if (!connected.ok) throw new Error(connected.refusal.code)
connected.value.channel.onFrame(({ type, head, log }) => console.log(JSON.stringify({ type, head, log })))
connected.value.channel.send({ type: 'pull', log: 'session-1', after: 9, limitBytes: 1000, whole: false })
setInterval(() => {}, 1000)
`
