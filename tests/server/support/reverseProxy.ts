import { type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { aCertificate } from './aCertificate.ts'

/** What stands before the processes of a server: it ends TLS under a name of its own, and shares what comes among them. */
export interface ReverseProxy {
  readonly origin: string
  /** PEM of who vouches for its certificate. */
  readonly authorities: string
  /** Whether WebSockets pass. */
  letsWebSockets: boolean
  /** What passed: `GET /health > 0`, and `WS` for a WebSocket, with the process that had it. */
  readonly passed: string[]
  close(): Promise<void>
}

/**
 * @param targets ports of the processes, on the loopback
 * @param turn which of them has a request: each in turn, or the same one for one client, as `ip_hash` of nginx does
 */
export async function reverseProxy(
  targets: () => readonly number[],
  turn: 'each in turn' | 'by client' = 'each in turn',
): Promise<ReverseProxy> {
  const { certificate, privateKey } = await aCertificate()
  let asked = 0
  const choose = (): number => (turn === 'by client' ? 0 : asked++ % targets().length)
  const passed: string[] = []
  const sockets = new Set<Socket>()
  const forwarded = ({ headers, socket }: IncomingMessage) => ({
    ...headers,
    'x-forwarded-for': socket.remoteAddress ?? '',
    'x-forwarded-proto': 'https',
  })
  const server = createServer({ cert: certificate, key: privateKey }, (incoming, outgoing) => {
    const index = choose()
    passed.push(`${incoming.method} ${incoming.url} > ${index}`)
    const onward = request(
      {
        host: '127.0.0.1',
        port: targets()[index],
        method: incoming.method,
        path: incoming.url,
        headers: forwarded(incoming),
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()))
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  server.on('upgrade', (incoming, socket, head) => {
    if (!proxy.letsWebSockets) return socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
    const index = choose()
    passed.push(`WS > ${index}`)
    const onward = connect({ host: '127.0.0.1', port: targets()[index] ?? 0 }, () => {
      const lines = Object.entries(forwarded(incoming)).map(([name, value]) => `${name}: ${value}`)
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    for (const end of [onward, socket as Socket]) {
      sockets.add(end)
      end.on('error', () => {})
      end.on('close', () => {
        onward.destroy()
        socket.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: ReverseProxy = {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authorities: certificate,
    letsWebSockets: true,
    passed,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}
