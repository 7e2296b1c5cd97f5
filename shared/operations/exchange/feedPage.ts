import { type Checkpoint, type SignedCheckpoint, signCheckpoint } from '../authority/checkpoint.ts'
import { openDraft } from '../authority/draft.ts'
import { emptyLog, type LogHead } from '../authority/receipts.ts'
import { type Lookups, lacks, type Needs } from '../authority/rows.ts'
import type { CommitDigest, CommitSigner } from '../commitPorts.ts'
import type { Feed } from '../feed/feed.ts'
import { feedFor } from '../feed/feedFor.ts'
import type { FrameOf } from '../wire/wireFrame.ts'
import type { AdmittedPeer } from './authorityExchange.ts'
import { feedPageEntries, leastEntryBytes, maxFeedBytes } from './exchangeLimits.ts'
import type { AuthorityStore } from './exchangePorts.ts'
import { feedFrames } from './feedParcel.ts'
import { isBarred } from './isBarred.ts'

export interface FeedPage {
  readonly upToG: number
  readonly headG: number
  readonly frames: readonly FrameOf<'feed'>[]
}

/** Signs where a log stands, once for each place [SY15]. */
export type Vouch = (head: LogHead) => SignedCheckpoint

export interface PageAsk {
  readonly fromG: number
  readonly limitBytes: number
  /** Answers a pull; otherwise it is news. */
  readonly pulled: boolean
  /** The reader's own commits too: he does not hold them all [EX19]. */
  readonly whole: boolean
}

/**
 * The log after `fromG` for one reader, as frames of about `limitBytes` together [EX3]. `barred`: this device may not be told
 * anything more. `beyond`: there is no such place. What one entry gives anew and no frame run can hold is left to be taken
 * whole (`anew`).
 */
export async function feedPage(
  store: Pick<AuthorityStore, 'read'>,
  who: AdmittedPeer,
  { fromG, limitBytes, pulled, whole }: PageAsk,
  vouch: Vouch,
  ports: CommitDigest,
): Promise<FeedPage | 'barred' | 'beyond'> {
  for (let limit = Math.min(feedPageEntries, Math.ceil(limitBytes / leastEntryBytes)); ; ) {
    const read = await store.read((view) => page(view, who, fromG, limit))
    if (read.kind !== 'page') return read.kind
    const { feed, place } = read
    const own = whole ? undefined : read.own
    const { frames, sizeBytes } = feedFrames({ feed, checkpoint: vouch(place) }, pulled, ports, own)
    const { upToG, headG, entries } = feed
    if (entries.length > 1 && sizeBytes > limitBytes) {
      limit = Math.max(1, Math.floor((entries.length * limitBytes * 0.9) / sizeBytes))
      continue
    }
    if (sizeBytes <= maxFeedBytes) return { upToG, headG, frames }
    const without = { feed: { ...feed, grants: [], anew: true }, checkpoint: vouch(place) }
    return { upToG, headG, frames: feedFrames(without, pulled, ports, own).frames }
  }
}

type Read =
  | { readonly kind: 'page'; readonly feed: Feed; readonly place: LogHead; readonly own: ReadonlySet<string> }
  | { readonly kind: 'barred' | 'beyond' }

function page(view: Lookups, who: AdmittedPeer, fromG: number, limit: number): Read | Needs {
  const rows = openDraft(view)
  const head = rows.row('log', 'log') ?? emptyLog('')
  const barred = isBarred(rows, who)
  const feed = feedFor(view, who, fromG, limit)
  const upToG = lacks(feed) ? 0 : feed.upToG
  const r = upToG === head.g ? head.r : (rows.row('entry', String(upToG))?.r ?? new Uint8Array(32))
  const own = lacks(feed)
    ? []
    : feed.entries.filter(({ entry, commit }) => commit && rows.row('commit', entry.cid)?.dev === who.device)
  const needs = [...rows.lacking(), ...(lacks(feed) ? feed.needs : [])]
  if (needs.length > 0 || lacks(feed)) return { needs }
  if (barred) return { kind: 'barred' }
  if (fromG > head.g) return { kind: 'beyond' }
  return {
    kind: 'page',
    feed,
    place: { ...head, g: upToG, r },
    own: new Set(own.map(({ entry }) => entry.cid)),
  }
}

/** The last place that was vouched for is asked for by every reader. */
export function voucher(signer: CommitSigner, nowMs: () => number): Vouch {
  let last: SignedCheckpoint | null = null
  return (head) => {
    if (last === null || !isOf(last.checkpoint, head)) last = signCheckpoint(head, nowMs(), signer)
    return last
  }
}

const isOf = ({ log, epoch, g }: Checkpoint, head: LogHead): boolean =>
  log === head.log && epoch === head.epoch && g === head.g
