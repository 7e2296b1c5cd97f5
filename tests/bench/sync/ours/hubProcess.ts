import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { channelDeflate } from '#main/adapters/network/channel/channelDeflate.ts'
import { makeChannel } from '#main/adapters/network/channel/makeChannel.ts'
import { socketLink } from '#main/adapters/network/channel/socketLink.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { authorityStore } from '#server/authority/authorityStore.ts'
import { verifyAhead } from '#server/authority/verifyAhead.ts'
import { firstCopies } from '#server/first-copies/firstCopies.ts'
import { logAppender } from '#server/store/logAppender.ts'
import { openStore } from '#server/store/openStore.ts'
import { openAuthorityRows } from '#server/store/rows/authorityRows.ts'
import { placeOf } from '#server/store/tables/logPlaces.ts'
import { signedBytes } from '#shared/operations/commitEncode.ts'
import { authorityExchange } from '#shared/operations/exchange/authorityExchange.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import { answering, cpuMs, peakMb } from './answering.ts'
import { type BenchDevice, founding, organisation } from './committee.ts'

// A central server without its accounts: the store of the server (SQLite, WAL, synchronous FULL), the exchange, WebSocket.

interface Start {
  readonly folder: string
  readonly candidatures: number
  /** Marks that each has from the beginning. */
  readonly marks: number
  readonly devices: readonly BenchDevice[]
}

const sums = { count: 0, refused: 0 }
/** By device, once its line is shut. */
const bytes: Record<string, { readonly received: number; readonly sent: number }> = {}

answering({
  cpu: cpuMs,
  start: async ({ folder, candidatures, marks, devices }: Start) => {
    mkdirSync(folder, { recursive: true })
    const fail = (error: unknown): void => {
      throw error
    }
    const database = await openStore({ kind: 'sqlite', path: join(folder, 'centre.db'), key: null }, 1, fail)
    const place = placeOf(organisation)
    await database.transact(async (writer) => {
      await writer.run(
        'INSERT INTO organisations (organisation, name, committee, made_at) VALUES (?, ?, ?, ?)',
        ...[organisation, 'Banc', organisation, 1],
      )
      const rows = openAuthorityRows(writer, place)
      rows.absorb(founding(place.log, candidatures, devices, marks))
      await rows.flush()
    })
    const keys = generateDeviceKeys()
    const signer = nodeSigner(keys.privateKey)
    const clock = { nowMs: () => Date.now() }
    const verifier = verifyAhead()
    const exchange = authorityExchange({
      log: place.log,
      authority: 'centre',
      publicKey: keys.publicKey,
      store: authorityStore(place, { database, appender: logAppender(database), authority: signer, clock }),
      ports: {
        sha256: nodeCrypto.sha256,
        verify: verifier.verify,
        sign: signer.sign,
        factsDigest: () => null,
      },
      nowMs: clock.nowMs,
      tell(event) {
        if (event.kind === 'store-failed') fail(event.error)
        if (event.kind !== 'ordered') return
        for (const output of event.outputs)
          if (output.kind === 'entry') {
            if (output.entry.verdict === 'ok') sums.count += 1
            else sums.refused += 1
          }
      },
      tellsPresence: false,
      successors: [],
      firstSync: firstCopies(
        {
          ...{ database, clock, crypto: nodeCrypto },
          authority: { ...signer, publicKey: keys.publicKey, derive: () => new Uint8Array(32) },
        },
        organisation,
        () => undefined,
      ),
    })
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: channelDeflate })
    server.on('connection', (socket, request) => {
      // The line is counted as it is, deflated: what a member pays on his phone.
      const { socket: line, url = '' } = request
      line.on('close', () => {
        bytes[url.slice(1)] = { received: line.bytesRead, sent: line.bytesWritten }
      })
      const device = devices.find(({ id }) => request.url === `/${id}`)
      if (device === undefined) return socket.terminate()
      const key = Buffer.from(device.publicKey, 'hex')
      const channel = makeChannel((listener) => socketLink(socket, listener, nodeTimers)).as(device.id)
      const ahead: PeerChannel = {
        ...channel,
        onFrame: (listener) =>
          channel.onFrame(async (frame) => {
            if (frame.type === 'push')
              await Promise.all(
                frame.commits.map(({ header, signature }) =>
                  verifier.ahead(key, signedBytes(header), signature),
                ),
              )
            await listener(frame)
          }),
      }
      exchange.admit(ahead, { user: device.user, device: device.id })
    })
    await new Promise<void>((ready) => server.once('listening', () => ready()))
    setInterval(() => exchange.tick(), 250)
    const publicKey = Buffer.from(keys.publicKey).toString('hex')
    return { port: (server.address() as AddressInfo).port, log: place.log, publicKey }
  },
  peakMb,
  counts: () => ({ ...sums, bytes }),
})
