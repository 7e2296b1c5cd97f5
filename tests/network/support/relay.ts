import { randomBytes } from 'node:crypto'
import {
  type AddressInfo,
  connect as connectTcp,
  createServer as createTcpServer,
  type Socket,
} from 'node:net'
import { connect as connectTls, createServer as createTlsServer } from 'node:tls'
import { makeRoomCertificate } from '#main/adapters/network/certificate/roomCertificate.ts'
import { newRoomKey } from '#main/adapters/network/certificate/roomKey.ts'

export interface Relay {
  readonly port: number
  /** What passed through it in clear, both ways. */
  seen(): string
  /** Keeps the connections, passes nothing any more: a cable pulled out on the far side. */
  fallSilent(): void
  /** How often somebody came. */
  visits(): number
  close(): Promise<void>
}

/** A man in the middle with a certificate of his own: he reads and passes on everything. */
export async function tlsRelay(toPort: number): Promise<Relay> {
  const certificate = await makeRoomCertificate({
    privateKey: newRoomKey(),
    names: ['127.0.0.1'],
    now: new Date(),
    serial: new Uint8Array(randomBytes(16)),
  })
  return relay(
    (onSocket) => createTlsServer({ key: certificate.privateKey, cert: certificate.certificate }, onSocket),
    () => connectTls({ port: toPort, host: '127.0.0.1', rejectUnauthorized: false }),
  )
}

/** A stretch of network that can fail. */
export function tcpRelay(toPort: number): Promise<Relay> {
  return relay(
    (onSocket) => createTcpServer(onSocket),
    () => connectTcp({ port: toPort, host: '127.0.0.1' }),
  )
}

async function relay(
  makeServer: (onSocket: (socket: Socket) => void) => ReturnType<typeof createTcpServer>,
  reach: () => Socket,
): Promise<Relay> {
  const sockets = new Set<Socket>()
  let seen = ''
  let visits = 0
  const server = makeServer((near) => {
    const far = reach()
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk) => {
        seen += chunk.toString('latin1')
        to.write(chunk)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  })
  server.on('connection', () => visits++)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    seen: () => seen,
    visits: () => visits,
    fallSilent: () => {
      for (const socket of sockets) {
        socket.removeAllListeners('data')
        socket.pause()
      }
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
