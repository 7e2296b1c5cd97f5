import type { AuthorityPorts } from '../authority/authorityPorts.ts'
import { openDraft } from '../authority/draft.ts'
import type { AuthorityOutput } from '../authority/outputs.ts'
import { receiving } from '../authority/receiveCommit.ts'
import type { Lookups, Needs, RowChange } from '../authority/rows.ts'
import type { BlobRequest, BlobResponse } from '../blobs/blobWire.ts'
import type { SignedCommit } from '../commit.ts'
import type { CommitSigner } from '../commitPorts.ts'
import type { SignedFirstSync } from '../first-sync/firstSyncManifest.ts'
import type { RoomWay } from '../wire/wireFrame.ts'
import { acknowledgements } from './acknowledgements.ts'
import type { AuthorityStore, PeerChannel } from './exchangePorts.ts'
import { voucher } from './feedPage.ts'
import { groupWriter } from './groupWriter.ts'
import { hearPeer, openPeer, type PeerDesk, tellNews } from './hearPeer.ts'
import { leaseDesk } from './leaseDesk.ts'
import type { Peer } from './peer.ts'

export interface AuthoritySettings {
  /** Name of the log. */
  readonly log: string
  /** Device of the hub, id of the centre: whose key signs the checkpoints. */
  readonly authority: string
  /** Raw Ed25519 key of `authority`, 32 bytes. */
  readonly publicKey: Uint8Array
  readonly store: AuthorityStore
  readonly ports: AuthorityPorts & CommitSigner
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number
  tell(event: AuthorityEvent): void
  /** A room tells everybody who is there; a centre tells nobody. */
  readonly tellsPresence: boolean
  /** Devices that may succeed this hub, in order; none at a centre [SY19]. */
  readonly successors: readonly string[]
  /** Where this hub is found now, told to whoever is in its room; null: it cannot be reached from elsewhere. Absent at a centre. */
  readonly ownWay?: () => RoomWay | null
  /** What its successors said in an earlier run of this program. */
  readonly knownWays?: readonly RoomWay[]
  /** Attachments: `answerBlobRequest` with this host's store and rights. Absent: there are none here. */
  readonly blobs?: (request: BlobRequest, device: string) => Promise<BlobResponse>
  /** Which of these digests only erased commits cite that this device might have read [BL14]. Absent at a hub: it erases nothing. */
  readonly erasedBlobs?: (digests: readonly string[], device: string) => Promise<readonly string[]>
  /**
   * The rows with which a lease began, where the host kept them: a hub that ordered something cannot tell them from its own
   * any more. Null: not kept.
   */
  readonly seedOf?: (lease: string) => Promise<readonly RowChange[] | null>
  /** First copies in chunks, made by the host. Absent: copies are sent at once (`copy`). */
  readonly firstSync?: FirstSyncSource
}

export interface FirstSyncSource {
  /** @param atLeast as of this place of the log, which its reader saw, or a later one. */
  manifests(reader: AdmittedPeer, atLeast: number): Promise<readonly SignedFirstSync[]>
  /** Null: no such chunk for this reader. @param sha256 as its manifest writes it. */
  chunk(reader: AdmittedPeer, sha256: string): Promise<Uint8Array | null>
}

/** Proven by the opening of the channel, never by a payload. */
export interface AdmittedPeer {
  readonly user: string
  readonly device: string
}

export interface PeerView extends AdmittedPeer {
  /** Last place of the log that this device said it holds for good; null while it said nothing. */
  readonly heldG: number | null
  readonly isSuccessor: boolean
  /** Milliseconds, by `nowMs`. */
  readonly sinceMs: number
  readonly lastHeardMs: number
}

export type AuthorityEvent =
  | { readonly kind: 'peers'; readonly peers: readonly PeerView[] }
  /** Where its successors would be found: for the host to keep. */
  | { readonly kind: 'ways'; readonly ways: readonly RoomWay[] }
  /** What the core said, once it is durable, in order: entries, incidents, other histories. */
  | { readonly kind: 'ordered'; readonly outputs: readonly AuthorityOutput[] }
  /** A peer broke the rules of the conversation: its channel is shut, nothing was taken. */
  | { readonly kind: 'misbehaved'; readonly device: string; readonly what: string }
  /** The store failed (disk full, lost database): the channels concerned were told `busy`, nothing was lost. */
  | { readonly kind: 'store-failed'; readonly error: unknown }
  /** A hub brought its room back, or a device told what it holds of a voided one. */
  | { readonly kind: 'returned'; readonly lease: string; readonly device: string; readonly voided: boolean }

/** Serves one log, hub and centre alike. */
export interface AuthorityExchange {
  admit(channel: PeerChannel, who: AdmittedPeer): void
  /** Another process wrote to this log: look at its head. */
  appended(): void
  /** `ownWay` says something else: everybody is told. */
  moved(): void
  /** Commits that came by another way: signed by this host itself, from a bundle. Settles when they are durable and ordered. */
  receive(commits: readonly SignedCommit[]): Promise<readonly (readonly AuthorityOutput[])[]>
  peers(): readonly PeerView[]
  /** [SY21] Ends a voided lease with the longest run that the devices told of. */
  endVoided(lease: string): Promise<readonly AuthorityOutput[]>
  /** To be called about once a second. */
  tick(): void
  /** Says good-bye to everybody; `over`: for good. */
  close(reason?: 'closing' | 'over'): void
}

export function authorityExchange(settings: AuthoritySettings): AuthorityExchange {
  const { store, ports, nowMs, tell, successors } = settings
  const peers = new Map<string, Peer>()
  let durableG = 0
  const vouch = voucher(ports, nowMs)
  const writer = groupWriter(store, (outputs) => {
    if (outputs.length > 0) tell({ kind: 'ordered', outputs })
    news(outputs.reduce((g, output) => (output.kind === 'entry' ? Math.max(g, output.entry.g) : g), 0))
  })
  const receive: AuthorityExchange['receive'] = (commits) =>
    writer.write(commits.map((commit) => receiving(commit, { via: null, now: nowMs() }, ports)))
  const acks = acknowledgements(
    nowMs,
    () => durableG,
    () => [...peers.values()].filter(({ isSuccessor }) => isSuccessor),
  )
  const leases = leaseDesk(settings, writer)
  const ways = new Map((settings.knownWays ?? []).map((way) => [way.device, way]))
  const desk: PeerDesk = {
    settings,
    vouch,
    receive,
    acks,
    context: {
      settings,
      writer,
      vouch,
      leases,
      heardWay(way) {
        ways.set(way.device, way)
        tell({ kind: 'ways', ways: [...ways.values()] })
        changed()
      },
    },
    durableG: () => durableG,
    misbehaved(peer, what) {
      tell({ kind: 'misbehaved', device: peer.who.device, what })
      peer.channel.close('malformed')
    },
    failed(peer, error) {
      tell({ kind: 'store-failed', error })
      peer.channel.close('busy', busyRetryMs)
    },
    held() {
      if (settings.tellsPresence) tell({ kind: 'peers', peers: views() })
    },
  }

  function news(g: number): void {
    if (g > durableG) {
      for (const peer of peers.values()) if ((peer.heldG ?? 0) >= durableG) peer.progressMs = nowMs()
      durableG = g
    }
    for (const peer of peers.values()) tellNews(peer, desk)
    acks.look()
  }

  /** Also what another process wrote, or an earlier run of this one. */
  async function look(): Promise<void> {
    try {
      const { g } = await store.read(headPlace)
      news(g)
    } catch (error) {
      tell({ kind: 'store-failed', error })
    }
  }

  function changed(): void {
    tell({ kind: 'peers', peers: views() })
    if (!settings.tellsPresence) return
    const devices = [...peers.keys()].sort()
    const own = settings.ownWay?.() ?? null
    const told = { devices, ways: own === null ? [...ways.values()] : [own, ...ways.values()] }
    for (const { channel } of peers.values()) channel.publish({ type: 'presence', ...told })
  }

  const views = (): readonly PeerView[] =>
    [...peers.values()].map(({ who, heldG, isSuccessor, sinceMs, lastHeardMs }) => ({
      ...who,
      heldG,
      isSuccessor,
      sinceMs,
      lastHeardMs,
    }))

  void look()
  return {
    admit(channel, who) {
      peers.get(who.device)?.channel.close('replaced')
      const peer = openPeer(channel, who, successors.includes(who.device), nowMs())
      peers.set(who.device, peer)
      channel.onClose(() => {
        peer.isClosed = true
        if (peers.get(who.device) !== peer) return
        peers.delete(who.device)
        changed()
        acks.look()
      })
      channel.onFrame((frame) => hearPeer(peer, frame, desk))
      changed()
    },
    appended: () => void look(),
    moved: changed,
    receive,
    peers: views,
    endVoided: leases.endVoided,
    tick: acks.look,
    close(reason = 'closing') {
      for (const { channel } of [...peers.values()]) channel.close(reason)
    },
  }
}

function headPlace(view: Lookups): { readonly g: number } | Needs {
  const rows = openDraft(view)
  const g = rows.row('log', 'log')?.g ?? 0
  return rows.lacking().length > 0 ? { needs: rows.lacking() } : { g }
}

/** A disk that is full is not freed at once. */
const busyRetryMs = 30_000
