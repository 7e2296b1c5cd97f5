import type { Incident } from '../authority/outputs.ts'
import type { SignedCommit } from '../commit.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import { ownKey, type ToRegularise } from '../replica/records.ts'
import type { Mandate } from '../rights/mandate.ts'
import type { AskKind, AskRefusal } from '../wire/asks.ts'
import type { RoomWay } from '../wire/wireFrame.ts'
import type { Asks } from './askShapes.ts'
import { type Conversation, converse } from './conversation.ts'
import type { ChunksHere } from './copyInChunks.ts'
import type { PeerChannel, PeerEnd, ReplicaStore } from './exchangePorts.ts'

export interface DeviceSettings {
  readonly store: ReplicaStore
  readonly ports: CommitDigest & CommitVerifier
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number
  tell(event: DeviceEvent): void
  /**
   * For a whole copy taken anew in chunks from an authority that makes some; one for all the lines to it. Absent, or where none
   * are made: the whole copy is asked at once (`copy`).
   */
  readonly chunks?: ChunksHere
  /** Takes a first copy in the host's own way, and writes it with its cursor. */
  readonly takeAnew?: (exchange: Pick<DeviceExchange, 'ask'>, log: string) => Promise<boolean>
}

/** What the opening of the channel answered. */
export interface Followed {
  readonly authority: string
  readonly log: string
  /** Raw Ed25519 key of the authority; null when only the pin of the room speaks for it. */
  readonly authorityKey: Uint8Array | null
}

export type DeviceEvent =
  /** Their shown state may be another: read them again. */
  | { readonly kind: 'changed'; readonly entities: readonly string[] }
  | { readonly kind: 'settled'; readonly cid: string }
  | { readonly kind: 'refused'; readonly cid: string; readonly refusal: ToRegularise }
  | { readonly kind: 'purged'; readonly dossier: string }
  /** Bodies were erased [SY28]: what they alone cited is to be let go. */
  | { readonly kind: 'erased'; readonly log: string }
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'must-enrol'; readonly why: 'forked' | 'revoked' | 'behind' }
  /** The authority will not take this commit; those after it wait. Told once of each on a channel. */
  | { readonly kind: 'turned-away'; readonly log: string; readonly cid: string; readonly code: string }
  /** Several attempts in a row did not succeed: own commits do not leave, or what is owed is not given. It is tried again. */
  | { readonly kind: 'held-up'; readonly log: string; readonly what: 'sending' | 'catching-up' }
  /** The authority was restored, and this copy agrees with it up to `agreedG`. */
  | { readonly kind: 'reconciled'; readonly log: string; readonly agreedG: number }
  | { readonly kind: 'taking-anew'; readonly log: string }
  /** Own mandates, as the authority has them. */
  | { readonly kind: 'mandates'; readonly mandates: readonly Mandate[] }
  /** Somebody came, left, or has other rights or laptops: the directory of the authority is another. */
  | { readonly kind: 'people' }
  /** Who is in the room, and where its hub and those that may succeed it are found. */
  | { readonly kind: 'presence'; readonly devices: readonly string[]; readonly ways: readonly RoomWay[] }
  /** What came contradicts what is held, or the rules: nothing of it was taken, the channel is shut. */
  | { readonly kind: 'broken'; readonly log: string; readonly why: string }
  /** Nothing was written (disk full); the channel is shut, nothing is lost. */
  | { readonly kind: 'store-failed'; readonly code: string }
  /** Everything that is there was taken, nothing is left to send. */
  | { readonly kind: 'up-to-date'; readonly log: string; readonly g: number }
  | { readonly kind: 'counters'; readonly counters: Counters }
  | { readonly kind: 'closed'; readonly end: PeerEnd }

export interface Counters {
  /** Own commits that this authority has not said it received. */
  readonly toSend: number
  readonly inFlight: number
  /** Entries taken since this exchange began. */
  readonly received: number
  /** Milliseconds, by `nowMs`; null: never. */
  readonly lastContactMs: number | null
}

/** `lost`: there is no channel, or it was shut meanwhile. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: AskRefusal | 'lost' }

/** Follows one authority: the centre, or the hub of a room. */
export interface DeviceExchange {
  /** Over a channel whose opening is done; the one before is let go. */
  follow(channel: PeerChannel, followed: Followed): void
  /** An act was sealed: sends it. */
  sealed(): void
  /** Asks again what is there: « Envoyer et recevoir maintenant ». */
  refresh(): void
  /** One question of this device and its answer. Never rejects. */
  ask<K extends AskKind>(what: K, ask: Asks[K]['ask']): Promise<Answered<Asks[K]['answer']>>
  /** Commits of others that this hub carries for the authority; true once it has received them all. */
  relay(commits: readonly SignedCommit[]): Promise<boolean>
  counters(): Counters
  /** To be called about once a second. */
  tick(): void
  close(): void
}

export function deviceExchange(settings: DeviceSettings): DeviceExchange {
  const { store, nowMs, tell } = settings
  let conversation: Conversation | null = null
  let turn = 0
  let received = 0
  let lastContactMs: number | null = null
  let shown: Counters | null = null

  const counters = (): Counters => {
    const acked = conversation?.sending.ackedSeq() ?? null
    const toSend =
      acked === null ? pendingOwn(store.copy) : (store.copy.row('ownHead', 'own')?.seq ?? 0) - acked
    return {
      toSend: Math.max(0, toSend),
      inFlight: conversation?.sending.inFlight() ?? 0,
      received,
      lastContactMs,
    }
  }
  const count = (): void => {
    const now = counters()
    const isSame = shown !== null && shown.toSend === now.toSend && shown.inFlight === now.inFlight
    if (isSame && shown?.received === now.received) return
    shown = now
    tell({ kind: 'counters', counters: now })
  }

  return {
    follow(channel, followed) {
      const mine = ++turn
      conversation?.leave()
      conversation = null
      const next = converse(channel, followed, settings, {
        heard: () => {
          lastContactMs = nowMs()
        },
        took: (entries) => {
          received += entries
        },
        counted: count,
        ended: (end) => {
          // Of one that was let go nobody needs to hear.
          if (mine !== turn) return
          conversation = null
          tell({ kind: 'closed', end })
        },
      })
      conversation = next.isOver() ? null : next
    },
    sealed() {
      conversation?.sending.more()
      count()
    },
    refresh() {
      conversation?.pull()
      conversation?.sending.more()
    },
    ask: (what, ask) =>
      conversation === null ? Promise.resolve({ ok: false, why: 'lost' }) : conversation.ask(what, ask),
    relay: (commits) => (conversation === null ? Promise.resolve(false) : conversation.relay(commits)),
    counters,
    tick: () => conversation?.tick(),
    close: () => conversation?.leave(),
  }
}

/** Without an authority to ask: those at the end of the chain of which none said anything. */
function pendingOwn(copy: ReplicaStore['copy']): number {
  const head = copy.row('ownHead', 'own')
  let pending = 0
  for (let seq = head?.seq ?? 0; seq > 0; seq--) {
    const own = copy.row('own', ownKey({ dev: head?.dev ?? '', seq }))
    if (own === null || own.ruling !== null) break
    pending++
  }
  return pending
}
