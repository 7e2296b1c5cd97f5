import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { HttpSettings } from '#server/http/serverPorts.ts'
import type { SyncChannel } from '#server/http/syncGate.ts'
import { wireProtocol } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import { hasTool } from '#tests/documents/fixtures/outsideTool.ts'
import { type TestServer, testServer } from '../support/testServer.ts'

// The door of the channels, over real sockets. What stands behind it here gives back what it hears.

let folder: string
let server: TestServer
let channels: SyncChannel[]
let closed: number
let port: number

const open = async (changes: Partial<HttpSettings> = {}) => {
  channels = []
  closed = 0
  server = await testServer(
    { kind: 'sqlite', path: join(folder, `${Math.random()}.db`), key: null },
    changes,
    {
      syncGate: {
        open(channel) {
          channels.push(channel)
          channel.onFrame((frame) => channel.send(frame))
          channel.onClosed(() => {
            closed += 1
          })
        },
      },
    },
  )
  await server.http.listen({ host: '127.0.0.1', port: 0 })
  port = (server.http.server.address() as AddressInfo).port
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-channels-'))
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const connect = (organisation = server.organisation, protocols: string[] = [wireProtocol]) =>
  new WebSocket(`ws://127.0.0.1:${port}/v1/organisations/${organisation}/sync`, protocols)
const opened = (socket: WebSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))

test('[SV17] a channel carries bytes both ways, under the address that devices call', async () => {
  await open()
  const socket = connect()
  await opened(socket)
  expect(socket.protocol).toBe(wireProtocol)
  const heard = new Promise<Buffer>((resolve) => socket.once('message', (data) => resolve(data as Buffer)))
  socket.send(Uint8Array.of(0, 1, 255))
  expect([...(await heard)]).toEqual([0, 1, 255])
  expect(channels.map(({ organisation, origin }) => [organisation, origin])).toEqual([
    [server.organisation, 'https://delibere.test'],
  ])
  socket.close()
  await closing(socket)
  while (closed === 0) await new Promise((resolve) => setTimeout(resolve, 5))
})

test('[SV17] text, a frame too large: the channel is closed, the server goes on', async () => {
  await open()
  const text = connect()
  await opened(text)
  text.send('bonjour')
  expect(await closing(text)).toBe(1003)
  const large = connect()
  await opened(large)
  large.on('error', () => {})
  large.send(new Uint8Array(maxFrameBytes + 1))
  expect(await closing(large)).toBe(1009)
  const fine = connect()
  await opened(fine)
  fine.terminate()
})

test('[SV15] no channel for an unknown organisation, nor without the protocol', async () => {
  await open()
  await expect(opened(connect('unknown'))).rejects.toThrow('404')
  await expect(opened(connect(server.organisation, []))).rejects.toThrow('400')
  expect(channels).toEqual([])
})

test('[SV18] stopping closes every channel with 1001, one that does not answer included', async () => {
  await open()
  const polite = connect()
  const silent = connect()
  await Promise.all([opened(polite), opened(silent)])
  silent.pause()
  const code = closing(polite)
  await server.http.close()
  expect(await code).toBe(1001)
  silent.terminate()
})

test.runIf(hasTool('openssl', 'version'))(
  '[SV19] with certificate files it answers over TLS, and over nothing else',
  async () => {
    const { certificate, key } = selfSigned()
    await open({ tls: { certificate: Buffer.from(certificate), key: Buffer.from(key) } })
    const answer = await new Promise<string>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path: '/health', ca: certificate, servername: 'localhost' },
        (response) => {
          let text = ''
          response.on('data', (chunk) => {
            text += chunk
          })
          response.on('end', () => resolve(text))
        },
      )
      asked.on('error', reject)
      asked.end()
    })
    expect(JSON.parse(answer)).toEqual({ status: 'alive' })
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow()
  },
)

function selfSigned(): { readonly certificate: string; readonly key: string } {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${certificate}`.split(
      ' ',
    ),
    { stdio: 'ignore' },
  )
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
}
