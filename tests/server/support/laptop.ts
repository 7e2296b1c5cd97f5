import { writeFirstSync } from '#main/adapters/bundles/firstSyncWrite.ts'
import { openChunk } from '#main/adapters/bundles/openChunk.ts'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { connectCentre } from '#main/adapters/network/client/connectCentre.ts'
import type { Channel, Welcome } from '#main/adapters/network/networkPorts.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { deviceProofText } from '#server/accounts/deviceProof.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { type FileState, inAdoptionOrder } from '#shared/operations/authority/adoptStates.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import { lacks, type Needs } from '#shared/operations/authority/rows.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { chunksHere } from '#shared/operations/exchange/copyInChunks.ts'
import {
  type DeviceEvent,
  type DeviceExchange,
  deviceExchange,
} from '#shared/operations/exchange/deviceExchange.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import type { Operation } from '#shared/operations/operation.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import { sealOwn } from '#shared/operations/replica/sealOwn.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { replicaStore } from '#tests/exchange/support/stores.ts'
import type { TestOperation } from '#tests/operations/support/device.ts'
import { ask } from './client.ts'
import { firstSyncRows } from './firstSyncRows.ts'

export interface ServerPlace {
  address: string
  readonly organisation: string
  readonly pin: Uint8Array
  /** PEM of who vouches for its name, where a relay ends TLS before it; its own key then counts for nothing. */
  readonly authorities?: string
}

/** A laptop with a key and a copy in memory, over the real network: what the application does, without its file. */
export interface Laptop {
  readonly id: string
  readonly copy: RowStore
  readonly events: DeviceEvent[]
  /** Every frame that the authority said to it, whatever became of it. */
  readonly heard: WireFrame[]
  readonly exchange: DeviceExchange
  user(): string
  token(): string
  join(code: string, ownName?: string): Promise<void>
  contact(): Promise<number>
  /** Brings a file, chunk by chunk; answers what the server said last. */
  bring(
    fileId: string,
    states: Iterable<FileState>,
  ): Promise<{ readonly status: number; readonly body: unknown }>
  connect(address?: string): Promise<Welcome>
  refusedConnection(): Promise<string>
  channel(): Channel | null
  disconnect(): Promise<void>
  write(scope: string, ...operations: readonly TestOperation[]): void
  /** Everything was sent and answered, and everything there is was taken. */
  caughtUp(): Promise<void>
  /** The rows of its first copy, checked against their manifest. */
  firstCopy(): Promise<readonly FedRow[]>
  ask(method: string, path: string, body?: unknown): ReturnType<typeof ask>
}

export function laptop(place: ServerPlace, id: string): Laptop {
  const keys = generateDeviceKeys()
  const ports = { ...nodeCrypto, ...nodeSigner(keys.privateKey) }
  const log = `centre/${place.organisation}`
  const copy = memoryRows(openReplica(id, log))
  const events: DeviceEvent[] = []
  const heard: WireFrame[] = []
  const exchange = deviceExchange({
    store: replicaStore(copy),
    ports: nodeCrypto,
    nowMs: () => Date.now(),
    chunks: chunksHere(openChunk),
    tell: (event) => events.push(event),
  })
  let session = { user: '', token: '' }
  let authorityKey: Uint8Array | null = null
  let channel: Channel | null = null
  const root = `/v1/organisations/${place.organisation}`

  const proven = async (): Promise<Record<string, string>> => {
    const { body } = await ask(place.address, 'POST', `${root}/challenges`)
    const { challenge } = body
    const { publicKey } = keys
    const text = deviceProofText({ organisation: place.organisation, challenge, device: id, publicKey })
    const proof = base64UrlEncode(ports.sign(text))
    return { device: id, name: `Poste ${id}`, publicKey: base64UrlEncode(publicKey), challenge, proof }
  }
  const took = (body: { userId: string; session: { token: string }; authority: { publicKey: string } }) => {
    session = { user: body.userId, token: body.session.token }
    authorityKey = base64UrlDecode(body.authority.publicKey) ?? null
  }
  const asked: Laptop['ask'] = (method, path, body) =>
    ask(place.address, method, `${root}/${path}`, {
      token: session.token,
      ...(body === undefined ? {} : { body }),
    })
  const opened = (address: string) =>
    connectCentre(
      {
        origin: address,
        path: `${root}/sync`,
        ...(place.authorities === undefined ? { pin: place.pin } : { authorities: place.authorities }),
      },
      {
        id,
        app: 'test',
        schemas: [1, 1],
        position: () => {
          const cursor = copy.row('cursor', log)
          return { cursor: cursor?.g ?? 0, receipt: cursor === null || cursor.g === 0 ? null : cursor.r }
        },
        sign: (text) => ports.sign(text),
        authorityKey: () => authorityKey,
      },
      nodeTimers,
    )

  return {
    id,
    copy,
    events,
    heard,
    exchange,
    user: () => session.user,
    token: () => session.token,
    async join(code, ownName) {
      const body = { ...(await proven()), code, ...(ownName === undefined ? {} : { ownName }) }
      const joined = await ask(place.address, 'POST', `${root}/join`, { body })
      if (joined.status !== 201) throw new Error(`join: ${JSON.stringify(joined.body)}`)
      took(joined.body)
    },
    async contact() {
      const answered = await ask(place.address, 'POST', `${root}/contact`, { body: await proven() })
      if (answered.status === 200) took(answered.body)
      return answered.status
    },
    async bring(fileId, states) {
      const chunks: Uint8Array[] = []
      const announced = writeFirstSync(
        { org: fileId, log, scope: 'file', g: 0, r: base64UrlEncode(new Uint8Array(32)), sv: 1 },
        inAdoptionOrder(states) as unknown as readonly Json[],
        (_index, bytes) => chunks.push(bytes),
        ports,
      )
      const begun = await asked('POST', 'founding', {
        manifest: base64UrlEncode(announced.manifest),
        signature: base64UrlEncode(announced.signature),
      })
      if (begun.status !== 200) return begun
      for (let index: number = begun.body.chunks; index < chunks.length; index++) {
        const sent = await ask(place.address, 'PUT', `${root}/founding/chunks/${index}`, {
          token: session.token,
          bytes: chunks[index] ?? new Uint8Array(),
        })
        if (sent.status !== 200) return sent
      }
      return asked('POST', 'founding/finish')
    },
    async connect(address = place.address) {
      const connected = await opened(address)
      if (!connected.ok) throw new Error(connected.refusal.code)
      const { welcome } = connected.value
      channel = connected.value.channel
      const { onFrame } = channel
      const recorded: Channel = {
        ...channel,
        onFrame: (listener) =>
          onFrame((frame) => {
            heard.push(frame)
            return listener(frame)
          }),
      }
      exchange.follow(recorded, { authority: welcome.authority, log: welcome.log, authorityKey })
      return welcome
    },
    async refusedConnection() {
      const connected = await opened(place.address)
      if (connected.ok) throw new Error('the connection was let in')
      return `${connected.refusal.code} ${connected.refusal.details.reason ?? ''}`.trim()
    },
    channel: () => channel,
    disconnect: () =>
      new Promise((gone) => {
        if (channel === null) return gone()
        channel.onClose(() => gone())
        channel.close('closing')
      }),
    write(scope, ...operations) {
      const act = {
        org: 'file-1',
        usr: session.user,
        scope,
        app: 'test',
        sv: 1,
        nowMs: Date.now(),
        operations: operations.map(
          ({ k, e, d, ob }) =>
            ({
              id: uuid7({ nowMs: () => Date.now() }, nodeCrypto),
              kind: k,
              entity: e,
              ...(ob === undefined ? {} : { onBehalfOf: ob }),
              data: d,
            }) as unknown as Operation,
        ),
      }
      const sealed = loaded(sealOwn(copy, act, ports))
      if (!sealed.ok) throw new Error(sealed.refusal.code)
      copy.apply(sealed.value.changes)
      exchange.sealed()
    },
    async caughtUp() {
      for (const end = Date.now() + 120_000; Date.now() < end; ) {
        // While it looks where it agrees with a server that was restored, it asks nothing else.
        const standing = await exchange.ask('standing', {})
        const head = copy.row('ownHead', 'own')?.seq ?? 0
        const own = Array.from({ length: head }, (_, index) =>
          copy.row('own', ownKey({ dev: id, seq: index + 1 })),
        )
        const cursor = copy.row('cursor', log)
        const isUpToDate =
          standing.ok &&
          (cursor?.g ?? 0) === standing.value.g &&
          (cursor?.epoch ?? 0) === standing.value.epoch
        const { toSend, inFlight } = exchange.counters()
        if (isUpToDate && toSend === 0 && inFlight === 0 && own.every((one) => one?.ruling !== null)) return
        await new Promise((next) => setTimeout(next, 10))
      }
      throw new Error(`${id} is stuck: ${JSON.stringify([exchange.counters(), events.slice(-5)])}`)
    },
    firstCopy: () => firstSyncRows(exchange, authorityKey ?? new Uint8Array()),
    ask: asked,
  }
}

function loaded<T extends object>(answer: T | Needs): T {
  if (lacks(answer)) throw new Error(`a copy in memory lacks nothing: ${JSON.stringify(answer.needs)}`)
  return answer
}
