import type { SignedCheckpoint } from '../authority/checkpoint.ts'
import { type Entry, entryBytes, entryText } from '../authority/entry.ts'
import { type VerdictCode, verdicts } from '../authority/verdict.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlDecode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { utf8Decode } from '../commitUtf8.ts'
import type { FedEntry, Feed, Grant } from '../feed/feed.ts'
import type { Mandate } from '../rights/mandate.ts'
import {
  count,
  either,
  exactly,
  flag,
  list,
  named,
  nullable,
  oneOf,
  type Shape,
  text,
} from '../schema/shape.ts'
import type { FrameOf } from '../wire/wireFrame.ts'
import { type CutHeader, cutHeader, wholeHeader } from './cutHeader.ts'
import { decodeParcel, encodeParcel, type Parcel } from './parcel.ts'
import { cutInParts } from './parts.ts'
import { bytes, bytesOf, grant, mandate, signedCheckpoint, someBytes } from './shapes.ts'

/** A feed with what vouches for its last place [EX3]. */
export interface VouchedFeed {
  readonly feed: Feed
  readonly checkpoint: SignedCheckpoint
}

/** The same as it was told: of the reader's own commits the name alone [EX19], see `putBackOwn`. */
export interface ToldFeed {
  readonly feed: Omit<Feed, 'entries'> & { readonly entries: readonly ToldEntry[] }
  readonly checkpoint: SignedCheckpoint
}

export type ToldEntry = FedEntry | { readonly entry: Entry; readonly commit: 'own' }

/**
 * The frames of one feed, in order [EX3]. Entries and commits are the bytes that were hashed and signed, but for what the reader
 * has or computes [EX19].
 * @param own identifiers of the commits that this reader wrote and holds.
 */
export function feedFrames(
  { feed, checkpoint }: VouchedFeed,
  pulled: boolean,
  ports: CommitDigest,
  own: ReadonlySet<string> = new Set(),
): { readonly frames: readonly FrameOf<'feed'>[]; readonly sizeBytes: number } {
  const { log, epoch, fromG, upToG, headG, entries, ...sight } = feed
  const parcel = encodeParcel({
    ...sight,
    checkpoint,
    entries: entries.map(({ entry, commit }) => ({
      entry: entryBytes(entry),
      commit: commit === null ? null : own.has(entry.cid) ? 'own' : written(commit, ports),
    })),
  } as unknown as Parcel)
  const control = { type: 'feed', log, epoch, after: fromG, upTo: upToG, head: headG, pulled } as const
  return { frames: cutInParts(parcel).map((part) => ({ ...control, ...part })), sizeBytes: parcel.length }
}

/**
 * The way back, once its parts are put together. `unknown-verdict`: a newer authority said something that this program has
 * no word for [EX4]; undefined: no feed of ours.
 */
export function readFeed(
  frame: Pick<FrameOf<'feed'>, 'log' | 'epoch' | 'after' | 'upTo' | 'head'>,
  parcel: Uint8Array,
  ports: CommitDigest,
): ToldFeed | 'unknown-verdict' | undefined {
  const read = decodeParcel(parcel, feedShape)
  const { log, epoch, after: fromG, upTo: upToG, head: headG } = frame
  if (read === undefined || upToG > headG || upToG - fromG !== read.entries.length) return undefined
  const { entries: told, checkpoint, ...sight } = read
  const { log: vouchedLog, g: vouchedG } = checkpoint.checkpoint
  if (vouchedLog !== log || vouchedG !== upToG) return undefined
  const entries: ToldEntry[] = []
  for (const { entry: text, commit } of told) {
    const entry = readEntry(text)
    const id = entry && base64UrlDecode(entry.cid)
    if (entry === undefined || id?.length !== 32) return undefined
    if (!verdicts.includes(entry.verdict)) return 'unknown-verdict'
    if (commit === null || commit === 'own') entries.push({ entry, commit })
    else entries.push({ entry, commit: { ...asSigned(commit, ports), id } })
  }
  return { feed: { log, epoch, fromG, upToG, headG, entries, ...sight }, checkpoint }
}

/** An entry from the bytes that its receipt covers; undefined for any other bytes. Its verdict may be one of a newer program. */
export function readEntry(written: Uint8Array): Entry | undefined {
  const string = utf8Decode(written)
  if (string === undefined) return undefined
  try {
    const entry: unknown = JSON.parse(string)
    return entryShape(entry) && entryText(entry) === string ? entry : undefined
  } catch {
    return undefined
  }
}

interface WrittenCommit extends CutHeader {
  readonly body: Uint8Array
  readonly signature: Uint8Array
}

const written = ({ header, body, signature }: SignedCommit, ports: CommitDigest): WrittenCommit => ({
  ...cutHeader(header, body, ports),
  body,
  signature,
})

/** Whoever takes it holds it against the identifier of its entry. */
const asSigned = (commit: WrittenCommit, ports: CommitDigest): Omit<SignedCommit, 'id'> => ({
  header: wholeHeader(commit, commit.body, ports),
  body: commit.body,
  signature: commit.signature,
})

/** A word of a newer program is still a word: the caller looks whether it knows it. */
const entryShape: Shape<Entry> = exactly<Entry>({
  log: named,
  epoch: count(),
  g: count(),
  cid: named,
  verdict: named as unknown as Shape<Entry['verdict']>,
  code: text as unknown as Shape<VerdictCode>,
  at: count(),
  via: nullable(named),
})

interface WrittenFeed {
  readonly anew: boolean
  readonly people: boolean
  readonly mandates: readonly Mandate[]
  readonly grants: readonly Grant[]
  readonly purges: readonly string[]
  readonly erased: readonly string[]
  readonly checkpoint: SignedCheckpoint
  readonly entries: readonly { readonly entry: Uint8Array; readonly commit: WrittenCommit | 'own' | null }[]
}

const writtenCommit: Shape<WrittenCommit> = exactly<WrittenCommit>({
  header: someBytes,
  body: someBytes,
  signature: bytesOf(64),
  cut: nullable(count()),
})

const feedShape: Shape<WrittenFeed> = exactly<WrittenFeed>({
  anew: flag,
  people: flag,
  mandates: list(mandate),
  grants: list(grant),
  purges: list(named),
  erased: list(named),
  checkpoint: signedCheckpoint,
  entries: list(
    exactly<WrittenFeed['entries'][number]>({
      entry: bytes,
      commit: nullable(either<WrittenCommit | 'own'>(oneOf('own'), writtenCommit)),
    }),
  ),
})
