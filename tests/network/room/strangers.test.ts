import { connect } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'
import { connectRoom } from '#main/adapters/network/client/connectRoom.ts'
import { enterRoom } from '#main/adapters/network/joining/enterRoom.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { decodeFrame } from '#shared/operations/wire/frameCodec.ts'
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

const options: ClientOptions = { rejectUnauthorized: false, perMessageDeflate: false }

/** Says one thing on a WebSocket; the number by which it is shut, and the last frame that came, by its name. */
function say(port: number, path: string, protocol: string, message: string | Uint8Array) {
  return new Promise<{ readonly shut: number; readonly last: string | null }>((settle, fail) => {
    const web = new WebSocket(`wss://127.0.0.1:${port}${path}`, protocol, options)
    let last: string | null = null
    web.on('open', () => web.send(message))
    web.on('message', (data) => {
      const frame = decodeFrame(new Uint8Array(data as Buffer))
      last = frame.ok
        ? frame.value.type === 'bye'
          ? `bye ${frame.value.reason}`
          : frame.value.type
        : String(data)
    })
    web.on('error', fail)
    web.on('close', (shut) => settle({ shut, last }))
  })
}

/** The status with which an upgrade is turned away. */
function turnedAway(port: number, path: string, protocol: string): Promise<number> {
  return new Promise((settle, fail) => {
    const web = new WebSocket(`wss://127.0.0.1:${port}${path}`, protocol, options)
    web.on('unexpected-response', (_request, response) => {
      settle(response.statusCode ?? 0)
      response.resume()
    })
    web.on('open', () => fail(new Error('let in')))
    web.on('error', () => {})
  })
}

describe('strangers at a room', () => {
  it.each<[string, string | Uint8Array, number]>([
    ['no JSON', 'bonjour', 1008],
    ['JSON of another shape', '{"by":"code"}', 1008],
    ['a member too many', `{"by":"code","share":"${'A'.repeat(43)}","code":"x"}`, 1008],
    ['a share cut short', `{"by":"code","share":"${'A'.repeat(42)}"}`, 1008],
    ['bytes', Uint8Array.of(1, 2, 3), 1008],
    ['more than anybody has to say', 'A'.repeat(3000), 1009],
  ])('[NW6] at the door, %s: shut, and counted as no guess', async (_what, message, shut) => {
    const { room, pin } = await aRoom()
    expect(await say(room.port, '/join', 'delibere.join.v1', message)).toMatchObject({ shut })
    expect(room.door()).toMatchObject({ state: 'open', wrongCodes: 0 })
    const way = { kind: 'code', code: room.door().code, address: `127.0.0.1:${room.port}` } as const
    expect(await enterRoom(way, nodeTimers)).toEqual({ ok: true, value: pin })
  })

  it('[NW6] a share of small order is one wrong guess, not a way in', async () => {
    const { room } = await aRoom()
    const web = new WebSocket(`wss://127.0.0.1:${room.port}/join`, 'delibere.join.v1', options)
    const words: string[] = []
    await new Promise((done) => {
      web.on('open', () => web.send(JSON.stringify({ by: 'code', share: 'A'.repeat(43) })))
      web.on('message', (data) => {
        words.push(String(data))
        if (words.length === 1) web.send(JSON.stringify({ tag: 'A'.repeat(86) }))
      })
      web.on('close', done)
    })
    expect(words[1]).toBe('{"refused":"wrong-code","attemptsLeft":9}')
  })

  it.each<[string, string | Uint8Array]>([
    ['a text', 'bonjour'],
    ['bytes that are no frame', new Uint8Array(50).fill(7)],
  ])('[NW1] on a channel, %s: told why and shut; the others go on', async (_what, message) => {
    const made = await aRoom()
    const connected = await connectRoom(made.pin, made.device('anne'), nodeTimers)
    if (!connected.ok) throw new Error(connected.refusal.code)
    expect(await say(made.room.port, '/sync/v1', 'delibere.sync.v1', message)).toEqual({
      shut: 1000,
      last: 'bye malformed',
    })
    expect(made.room.channels().map(({ peer }) => peer)).toEqual(['anne'])
    expect(connected.value.channel.send({ type: 'poke', log: 'c', head: 1 }).ok).toBe(true)
  })

  it('[NW2] on a channel, more than a frame holds is not even read to its end', async () => {
    const { room } = await aRoom()
    const tooMuch = new Uint8Array(2 * 1024 * 1024)
    expect(await say(room.port, '/sync/v1', 'delibere.sync.v1', tooMuch)).toMatchObject({ shut: 1009 })
  })

  it('[NW12] other addresses and other languages are turned away by name', async () => {
    const { room } = await aRoom()
    expect(await turnedAway(room.port, '/elsewhere', 'delibere.sync.v1')).toBe(404)
    expect(await turnedAway(room.port, '/sync/v1', 'delibere.sync.v9')).toBe(426)
    expect(await turnedAway(room.port, '/join', 'delibere.join.v9')).toBe(426)
  })

  it('[NW6] thirty-two knock at once, the next one waits its turn', async () => {
    const { room } = await aRoom()
    const knocking = Array.from(
      { length: 32 },
      () => new WebSocket(`wss://127.0.0.1:${room.port}/join`, 'delibere.join.v1', options),
    )
    await Promise.all(knocking.map((web) => new Promise((done) => web.once('open', done))))
    expect(await turnedAway(room.port, '/join', 'delibere.join.v1')).toBe(503)
    const gone = knocking.map((web) => new Promise((done) => web.once('close', done)))
    for (const web of knocking) web.terminate()
    await Promise.all(gone)
  })

  it('[NW4] no older TLS than 1.3', async () => {
    const { room } = await aRoom()
    const code = await new Promise((settle) => {
      const socket = connect({
        host: '127.0.0.1',
        port: room.port,
        rejectUnauthorized: false,
        maxVersion: 'TLSv1.2',
      })
      socket.once('secureConnect', () => settle('connected'))
      socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code))
    })
    expect(code).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')
  })
})
