import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { FrameLink } from '#main/adapters/network/channel/frameLink.ts'
import type { HttpSettings } from '#server/http/serverPorts.ts'
import type { SyncGate } from '#server/http/syncGate.ts'
import { wireProtocol } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import { hasTool } from '#tests/documents/fixtures/outsideTool.ts'
import { type TestServer, testServer } from '../support/testServer.ts'

// The door of the channels, over real sockets. What stands behind it here gives back what it hears.

let folder: string
let server: TestServer
let opened: { readonly organisation: string; readonly link: FrameLink }[]
let ended: number
let port: number

const open = async (changes: Partial<HttpSettings> = {}) => {
  opened = []
  ended = 0
  const gate: SyncGate = {
    enter(organisation, connect) {
      const link: FrameLink = connect({
        onBytes: (bytes) => link.send(bytes, false),
        onDrain: () => {},
        onEnd: () => {
          ended += 1
        },
      })
      opened.push({ organisation, link })
    },
    answer: () => false,
    unfinished: async () => [],
    endVoided: async () => {},
    close: async () => {
      for (const { link } of opened) link.close()
    },
  }
  server = await testServer(
    { kind: 'sqlite', path: join(folder, `${Math.random()}.db`), key: null },
    changes,
    { syncGate: () => gate },
  )
  await server.accounts.database.transact((writer) =>
    writer.run("UPDATE organisations SET committee = 'file-1'"),
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

const connect = (organisation = server.organisation, protocols: string[] = [wireProtocol], origin?: string) =>
  new WebSocket(
    `ws://127.0.0.1:${port}/v1/organisations/${organisation}/sync`,
    protocols,
    origin === undefined ? {} : { origin },
  )
const begun = (socket: WebSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))

test('[SV17] a channel carries bytes both ways, under the address that devices call', async () => {
  await open()
  const socket = connect()
  await begun(socket)
  expect(socket.protocol).toBe(wireProtocol)
  const heard = new Promise<Buffer>((resolve) => socket.once('message', (data) => resolve(data as Buffer)))
  socket.send(Uint8Array.of(0, 1, 255))
  expect([...(await heard)]).toEqual([0, 1, 255])
  expect(opened.map(({ organisation }) => organisation)).toEqual([server.organisation])
  socket.close()
  await closing(socket)
  while (ended === 0) await new Promise((resolve) => setTimeout(resolve, 5))
})

test('[SV17] a frame too large: the channel is closed, the server goes on', async () => {
  await open()
  const large = connect()
  await begun(large)
  large.on('error', () => {})
  large.send(new Uint8Array(maxFrameBytes + 1))
  expect(await closing(large)).toBe(1009)
  const fine = connect()
  await begun(fine)
  fine.terminate()
})

test('[SV15] no channel for an unknown organisation, one without a file, a page of a browser, another protocol', async () => {
  await open()
  await expect(begun(connect('unknown'))).rejects.toThrow('404')
  await expect(begun(connect(server.organisation, []))).rejects.toThrow('426')
  await expect(begun(connect(undefined, [wireProtocol], 'https://page.example'))).rejects.toThrow('403')
  await server.accounts.database.transact((writer) => writer.run('UPDATE organisations SET committee = NULL'))
  await expect(begun(connect())).rejects.toThrow('409')
  expect(opened).toEqual([])
})

test('[SV18] stopping ends every channel, one that does not answer included', async () => {
  await open()
  const polite = connect()
  const silent = connect()
  await Promise.all([begun(polite), begun(silent)])
  silent.pause()
  const code = closing(polite)
  await server.http.close()
  expect(await code).toBe(1000)
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
