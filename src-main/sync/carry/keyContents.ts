import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { entryBytes } from '#shared/operations/authority/entry.ts'
import { emptyLog, nextReceipt } from '#shared/operations/authority/receipts.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import { isFinal } from '#shared/operations/authority/verdict.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import type { CommitDigest, CommitSigner } from '#shared/operations/commitPorts.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { withheldBody } from '#shared/operations/feed/withheldBody.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import { mayRead } from '#shared/operations/rights/mayRead.ts'
import type { FileSharing, SharedRows } from '#shared/usecases/sharingPorts.ts'

/** What goes on a key: records in their order, the scopes of the bodies among them, the attachments they cite. */
export interface KeyContents {
  readonly records: readonly BundleRecord[]
  readonly scopes: readonly string[]
  readonly blobs: readonly { readonly sha256: string; readonly scope: string }[]
}

/**
 * [SY19, SY3] The log of a room from its first entry, as this user may read it: of the other commits the header alone, so
 * that the chain of receipts is whole.
 */
export function roomOnKey(
  rows: SharedRows,
  user: string,
  atMs: number,
  ports: CommitDigest & CommitSigner,
): KeyContents {
  const head = rows.row('log', 'log') ?? emptyLog('')
  const feed = feedFor(rows, { user }, 0, head.g)
  if (lacks(feed)) throw new Error('a row of the hub was said to be missing')
  const given = new Map(feed.entries.map(({ entry, commit }) => [entry.cid, commit]))
  const records: BundleRecord[] = []
  const scopes = new Set<string>()
  let receipt: Uint8Array = new Uint8Array(32)
  for (const { entry } of feed.entries) {
    const commit = given.get(entry.cid)
    if (commit != null) {
      records.push(asRecord(commit))
      const header = decodeCommitHeader(commit.header)
      if (header.ok) scopes.add(header.value.scope)
    }
    receipt = nextReceipt(receipt, entry, ports)
    records.push({ kind: 'entry', entry: entryBytes(entry), receipt })
  }
  const { checkpoint, signature } = signCheckpoint(head, atMs, ports)
  records.push({
    kind: 'checkpoint',
    checkpoint: utf8Encode(canonicalJson(checkpoint as unknown as Json)),
    signature,
  })
  return { records, scopes: [...scopes], blobs: [] }
}

/**
 * What this laptop wrote and no authority settled, with what it carries for others, as far as the reader may read it: by
 * the rights that are known here, or all of it to the hub of a room, which holds every body of its lease.
 * @param mandates null: those of the reader are not known here.
 */
export function ownOnKey(sharing: FileSharing, mandates: readonly Mandate[] | null): KeyContents {
  const { copy } = sharing
  const records: BundleRecord[] = []
  const scopes = new Set<string>()
  const blobs = new Map<string, string>()
  for (const { commit, scope } of unsettledOwn(copy)) {
    if (mandates !== null && !mayHave(copy, mandates, scope, commit)) continue
    records.push(asRecord(commit))
    scopes.add(scope)
    const body = decodeCommitBody(commit.body)
    for (const operation of body.ok ? body.value.ops : [])
      for (const sha256 of blobsCitedBy(operation))
        if (sharing.attachments.has(sha256) && !blobs.has(sha256)) blobs.set(sha256, scope)
  }
  return {
    records,
    scopes: [...scopes],
    blobs: [...blobs].map(([sha256, scope]) => ({ sha256, scope })),
  }
}

/** What was written here and has no final verdict, each chain in its order. */
export const unsettledOwn = (
  copy: SharedRows,
): readonly { readonly commit: SignedCommit; readonly scope: string }[] =>
  [...copy.scan('own')]
    .filter(([, { ruling }]) => ruling === null || !isFinal(ruling.verdict))
    .flatMap(([, own]) => {
      const header = decodeCommitHeader(own.commit.header)
      return header.ok ? [{ ...own, place: header.value.seq, dev: header.value.dev }] : []
    })
    .sort((a, b) => (a.dev === b.dev ? a.place - b.place : a.dev < b.dev ? -1 : 1))

const mayHave = (
  copy: SharedRows,
  mandates: readonly Mandate[],
  scope: string,
  commit: SignedCommit,
): boolean => mayRead(mandates, scope, copy) && withheldBody(copy, mandates, { scope, commit }).length === 0

export const together = (one: KeyContents, other: KeyContents): KeyContents => ({
  records: [...one.records, ...other.records],
  scopes: [...new Set([...one.scopes, ...other.scopes])],
  blobs: [...one.blobs, ...other.blobs],
})

/** As an export takes them. */
export function* asResults(records: readonly BundleRecord[]): Generator<Result<BundleRecord>> {
  for (const record of records) yield ok(record)
}

const asRecord = ({ header, body, signature }: SignedCommit): BundleRecord => ({
  kind: 'commit',
  header,
  body,
  signature,
})
