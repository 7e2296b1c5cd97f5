import { blobHttpClient } from '#main/adapters/blobs/blobHttpClient.ts'
import { fetchBlob } from '#main/adapters/blobs/fetchBlob.ts'
import { type BlobTarget, sendBlob } from '#main/adapters/blobs/sendBlob.ts'
import { citationsIn, type RoomCitations } from '#main/sync/attachments/roomCitations.ts'
import { ok } from '#shared/kernel/result.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { answerBlobRequest } from '#shared/operations/blobs/answerBlobRequest.ts'
import type { BlobRights, BlobSource } from '#shared/operations/blobs/blobPorts.ts'
import type { BlobRequest, BlobResponse } from '#shared/operations/blobs/blobWire.ts'
import { readsCitation } from '#shared/operations/blobs/readsCitation.ts'
import { type Lease, leaseLog } from '#shared/operations/lease/lease.ts'
import type { DiskReader } from '../kernel/disk.ts'
import type { Machine, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { centre } from '../meeting/cast.ts'
import { copyName, type RoomJoined } from '../nodes/copy.ts'
import type { Message } from '../nodes/message.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import { outbox } from '../wire/outbox.ts'
import { type BlobMessage, isBlobMessage } from './blobMessage.ts'
import { copyBlobs } from './copyBlobs.ts'
import { damaged } from './damaged.ts'
import { diskBlobs } from './diskBlobs.ts'

/** How long an answer is waited for, in milliseconds of virtual time: then the request is a cut. */
const patienceMs = 6000

/**
 * A laptop, with the attachments of what its copy tells: they are sent and fetched by the machines of the product, to and from the
 * centre and the hub of its room, and served to that room when it orders one.
 */
export function laptopWithBlobs(
  address: string,
  node: Machine<Message, Act>,
  disk: DiskReader,
  { cryptography, bug }: WorldOf,
): Machine<Message, Act> {
  const out = outbox()
  const store = diskBlobs(
    disk,
    (rows) => out.add({ do: 'write', rows }, { do: 'sync' }),
    cryptography,
    bug === 'B13',
  )
  const here = copyBlobs(disk)
  const waiting = new Map<number, Waiting>()
  const offered = new Set<string>()
  let room: { readonly log: string; readonly citations: RoomCitations } | null = null
  let nextId = 1
  let isMoving = false
  let now: Moment | null = null
  const sinceMs = () => now?.sinceMs ?? 0

  function ask<A>(to: string, message: Question): Promise<A> {
    const id = nextId++
    const device = rowsOn(disk, copyName).row('ownHead', 'own')?.dev ?? ''
    out.add({ do: 'send', to, message: { ...message, id, device } })
    return new Promise<A>((answer, cut) => {
      waiting.set(id, { answer: answer as (said: unknown) => void, cut, atMs: sinceMs() })
    })
  }
  const lineTo = (log: string, to: string): Line => ({
    log,
    client: blobHttpClient(log, (request) => ask<BlobResponse>(to, { kind: 'blob-ask', request })),
  })
  function lines(): readonly Line[] {
    const joined = disk.get('own|room') as RoomJoined | undefined
    const hubs = joined === undefined || joined.hub === address ? [] : [lineTo(joined.log, joined.hub)]
    return [lineTo(centreLog, centre), ...hubs]
  }

  return {
    async step(input, moment) {
      now = moment
      store.landed()
      if (input.kind === 'message' && isBlobMessage(input.message)) {
        await heard(input.from, input.message, moment)
        return out.settled()
      }
      const effects = await node.step(input, moment)
      if (input.kind !== 'wake') return effects
      for (const [id, { cut, atMs }] of waiting)
        if (sinceMs() - atMs > patienceMs) {
          waiting.delete(id)
          cut(new Error('no answer'))
        }
      void move()
      return [...effects, ...(await out.settled())]
    },
  }

  async function heard(from: string, message: BlobMessage, { chance }: Moment): Promise<void> {
    if (message.kind === 'blob-ask') {
      const rights = roomRights()
      if (rights === null) return
      const request = { ...message.request, body: damaged(message.request.body, chance) }
      const response = await answerBlobRequest(request, message.device, { store, rights })
      out.add({ do: 'send', to: from, message: { kind: 'blob-answer', id: message.id, response } })
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'blob-answer')
      asked?.answer({ ...message.response, body: damaged(message.response.body, chance) })
    if (message.kind === 'erased') asked?.answer(message.digests)
  }

  /** The room that this laptop orders [HS20]. */
  function ownRoom(): typeof room {
    const given = disk.get('own|lease') as { readonly lease: Lease } | undefined
    const isOrdering = disk.get('own|hub') === 'open' || disk.get('own|hub') === 'ending'
    if (given === undefined || !isOrdering) return null
    const log = leaseLog(given.lease.id)
    if (room?.log !== log) {
      const rows = rowsOn(disk, `hub:${log}`)
      room = { log, citations: citationsIn({ ...rows, write: () => ok(null) }) }
    }
    return room
  }

  function roomRights(): BlobRights | null {
    const own = ownRoom()
    if (own === null) return null
    const { log, citations } = own
    return {
      mayUpload: (device, sha256) => citations.of(sha256).some((citation) => citation.device === device),
      mayDownload: (device, sha256) =>
        readsCitation(
          openDraft(rowsOn(disk, `hub:${log}`)),
          device,
          citations.of(sha256).map(({ source }) => source),
        ),
    }
  }

  /** One after the other: what can be sent, what is to go, what is missing. A crash leaves it where it is. */
  async function move(): Promise<void> {
    if (isMoving) return
    isMoving = true
    try {
      for (const line of lines()) await offer(line)
      await letGo()
      for (const sha256 of here.cited()) {
        if (store.held().includes(sha256)) continue
        const sources = lines().map(({ client }) => client)
        await fetchBlob(sha256, { store, sources, digest: cryptography }, control)
      }
    } finally {
      isMoving = false
    }
  }

  /** Once to each authority, and again to one that was restored: what each own commit cites, and what else lies here. */
  async function offer({ log, client }: Line): Promise<void> {
    const epoch = rowsOn(disk, copyName).row('cursor', log)?.epoch ?? 0
    const own = here.writtenHere()
    const others = store.held().map((sha256) => ({ cid: '', sha256 }))
    for (const { cid, sha256 } of [...own, ...others]) {
      const place = `${log}/${epoch}/${cid}/${sha256}`
      if (offered.has(place)) continue
      const sent = await sendBlob(sha256, { store, target: client }, control)
      // What its authority does not know of yet is offered again.
      if (sent.ok || (sent.refusal.code === 'blob.not-cited' && cid === '')) offered.add(place)
    }
  }

  async function letGo(): Promise<void> {
    const held = store.held()
    if (held.length === 0) return
    const carried = new Set(ownRoom()?.citations.ofOthers('') ?? [])
    for (const sha256 of held)
      if (!here.cited().has(sha256) && !here.inBodies().has(sha256) && !carried.has(sha256))
        await store.discard(sha256)
    const left = await ask<readonly string[]>(centre, { kind: 'ask-erased', digests: store.held() }).catch(
      () => [],
    )
    for (const sha256 of left) if (!here.inBodies().has(sha256)) await store.discard(sha256)
  }
}

interface Line {
  readonly log: string
  readonly client: BlobSource & BlobTarget
}

interface Waiting {
  answer(said: unknown): void
  cut(why: Error): void
  readonly atMs: number
}

type Question =
  | { readonly kind: 'blob-ask'; readonly request: BlobRequest }
  | { readonly kind: 'ask-erased'; readonly digests: readonly string[] }

const control = { onProgress: () => {}, signal: { aborted: false } }
