import type { SyncState } from '#shared/contract/syncAnswers.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { isHubLog } from '#shared/operations/lease/lease.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { OwnPlace } from '#shared/usecases/sharingPorts.ts'
import { blobHttpClient } from '../../adapters/blobs/blobHttpClient.ts'
import { fetchBlob } from '../../adapters/blobs/fetchBlob.ts'
import { keptBlobs } from '../../adapters/blobs/keptBlobs.ts'
import { sendBlob } from '../../adapters/blobs/sendBlob.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { askBlob } from './askBlob.ts'
import { letGoOfErased } from './letGoOfErased.ts'
import { piecesStore } from './piecesStore.ts'
import { putInFile } from './putInFile.ts'

/** One authority with which attachments are exchanged: the centre, the hub of a room. */
export interface BlobLine {
  readonly log: string
  readonly ask: DeviceExchange['ask']
}

/** The bytes that operations cite, both ways: own ones are offered, those that are missing here are fetched. */
export interface MovedAttachments {
  /**
   * Everything that can move now, with every authority that is reached. What nobody gave is asked again by itself, ever more
   * seldom. Another call meanwhile is done after it.
   */
  move(): Promise<void>
  /** Something may have been erased since the centre was last asked: it is asked at the next {@link move}. */
  mayBeErased(): void
  stop(): void
}

export interface MoveSettings {
  readonly file: ShareableFile
  readonly ports: SyncPorts
  /** Those that are reached now, and have taken every commit that this laptop wrote. */
  lines(): readonly BlobLine[]
  onProgress(progress: SyncState['progress']): void
  /** Hears of what was begun by itself and failed. */
  guard(work: Promise<void>): void
}

export function moveAttachments({ file, ports, lines, onProgress, guard }: MoveSettings): MovedAttachments {
  const { sharing } = file
  const signal = { aborted: false }
  let isMoving = false
  let isWanted = false
  let fruitless = 0
  /** Nobody who is reached gave these: not asked again at every word that comes. */
  const notGiven = new Set<string>()
  let callOff: (() => void) | null = null
  let mustAskErased = true

  const clientOf = ({ log, ask }: BlobLine) => blobHttpClient(log, askBlob(ask))

  /** How far each log was offered. */
  const offeredTo = (): OfferedTo => (sharing.kept(offeredName) ?? {}) as unknown as OfferedTo

  /** Only what this authority did not get yet: how far it was offered is kept with the file. */
  async function offer(line: BlobLine, moved: () => void): Promise<void> {
    // An act was written since: its bytes go after it.
    if (!lines().some(({ log }) => log === line.log)) return
    const last = offeredTo()[line.log] ?? null
    // Put back from a copy, it lost bytes that it had been given: all is offered again, what is there is not sent twice.
    const epoch = sharing.copy.row('cursor', line.log)?.epoch ?? 0
    const isSame = last !== null && (last.epoch ?? 0) === epoch
    const { upTo, digests } = sharing.attachments.toOffer(isSame ? last : null)
    const store = keptBlobs((sha256) => sharing.attachments.read(sha256), ports.crypto)
    for (const sha256 of digests) {
      const sent = await sendBlob(sha256, { store, target: clientOf(line) }, { onProgress: moved, signal })
      // Refused for good (nobody cites it any more): not asked again. Cut: all of it another time, what is there is not sent twice.
      if (signal.aborted || (!sent.ok && sent.refusal.code === 'blob.absent')) return
    }
    if (isSame && last.dev === upTo.dev && last.seq === upTo.seq) return
    const now: OfferedTo = { ...offeredTo(), [line.log]: { ...upTo, epoch } }
    sharing.keep(offeredName, now as unknown as Json)
  }

  /** [HS22] What left the file leaves its pieces; at the next opening, if this is cut. */
  async function dropPieces(): Promise<void> {
    const left = sharing.attachments.leftPieces()
    if (left.length === 0) return
    const pieces = piecesStore(file, ports)
    const gone: string[] = []
    for (const sha256 of left) if ((await pieces.discard(sha256)).ok) gone.push(sha256)
    if (!signal.aborted) sharing.attachments.piecesGone(gone)
  }

  async function moveAll(): Promise<void> {
    const reached = lines()
    const centre = reached.find(({ log }) => !isHubLog(log))
    if (mustAskErased && centre !== undefined) {
      mustAskErased = false
      mustAskErased = !(await letGoOfErased(sharing, centre)) || mustAskErased
      if (signal.aborted) return
    }
    await dropPieces()
    if (reached.length === 0 || signal.aborted) return
    const missing = sharing.attachments.missing().filter((sha256) => !notGiven.has(sha256))
    let done = 0
    const moved = (): void => onProgress({ what: 'attachments', done, total: Math.max(done, missing.length) })
    for (const line of reached) await offer(line, moved)
    const pieces = missing.length === 0 ? null : piecesStore(file, ports)
    for (const sha256 of missing) {
      if (signal.aborted || pieces === null) return
      const sources = lines().map(clientOf)
      const fetched = await fetchBlob(
        sha256,
        { store: pieces, sources, digest: ports.crypto },
        { onProgress: moved, signal },
      )
      if (signal.aborted) return
      if (fetched.ok && (await putInFile(sharing, pieces, sha256))) fruitless = 0
      else notGiven.add(sha256)
      done++
    }
  }

  async function move(): Promise<void> {
    isWanted = true
    if (isMoving || signal.aborted) return
    isMoving = true
    try {
      while (isWanted && !signal.aborted) {
        isWanted = false
        await moveAll()
      }
    } finally {
      isMoving = false
      if (!signal.aborted) onProgress(null)
    }
    // Its author may still be sending it, or be away: nobody tells when it has come.
    if (signal.aborted || callOff !== null || notGiven.size === 0) return
    const pauseMs = Math.min(firstPauseMs * 2 ** Math.min(fruitless++, 16), longestPauseMs)
    callOff = ports.timers.after(pauseMs, () => {
      callOff = null
      notGiven.clear()
      guard(move())
    })
  }

  return {
    move,
    mayBeErased: () => {
      mustAskErased = true
    },
    stop: () => {
      signal.aborted = true
      callOff?.()
    },
  }
}

/** `epoch`: how often that authority was restored by then; absent: never. */
type OfferedTo = Readonly<Record<string, OwnPlace & { readonly epoch?: number }>>

const offeredName = 'blobs-offered'
const firstPauseMs = 2_000
const longestPauseMs = 15 * 60_000
