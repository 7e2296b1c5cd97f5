import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import { type BlobManifest, chunkSizeAt } from '../blobs/blobManifest.ts'
import { hexDigest } from '../blobs/hexDigest.ts'
import { maxCommitBytes } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { decodeCommitHeader } from '../commitDecode.ts'
import type { CommitDigest } from '../commitPorts.ts'
import type { BundleCounts } from './bundleClosing.ts'
import type { BundleContents } from './bundleContents.ts'
import type { BundleRecord } from './bundleRecord.ts'

/** Looks at each record in turn: the one judge of what a bundle may hold, for who writes it and for who reads it. */
export interface ContentsCheck {
  /**
   * Refuses `bundle.altered` (a body that is not the one of its header, a chunk out of place, anything after the
   * contents), `bundle.other-committee`, `bundle.scope-not-declared` [BN6].
   */
  take(record: BundleRecord): Result<null>
  /** What was seen so far. */
  contents(): BundleContents
  counts(): BundleCounts
  /** Refuses `bundle.altered` unless a contents record ended it and says what was seen. */
  end(): Result<BundleContents>
}

/** @param mayHold whether the reader of the bundle reads this scope; the exporter gives it, a reader trusts none. */
export function contentsCheck(
  org: string,
  mayHold: (scope: string) => boolean,
  digest: CommitDigest,
): ContentsCheck {
  const commitsByScope = new Map<string, number>()
  const blobs: { sha256: string; scope: string }[] = []
  const counts = { commits: 0, headers: 0, entries: 0, checkpoints: 0, blobs: 0 }
  /** The blob whose chunks are coming. */
  let coming: { readonly manifest: BlobManifest; readonly next: number } | null = null
  let ended = false
  const contents = (): BundleContents => ({
    scopes: [...commitsByScope]
      .map(([scope, commits]) => ({ scope, commits }))
      .sort((a, b) => (a.scope < b.scope ? -1 : 1)),
    blobs: [...blobs],
  })

  const takeCommit = ({ header, body }: Extract<BundleRecord, { kind: 'commit' }>): Refusal | null => {
    const read = decodeCommitHeader(header)
    if (!read.ok || header.length + (body?.length ?? 0) > maxCommitBytes) return altered('commit')
    if (read.value.org !== org) return refuse('bundle.other-committee').refusal
    const { scope, bh } = read.value
    if (body === null) {
      counts.headers++
      return null
    }
    if (base64UrlEncode(digest.sha256(body)) !== bh) return altered('commit')
    if (!mayHold(scope)) return refuse('bundle.scope-not-declared', { scope }).refusal
    counts.commits++
    commitsByScope.set(scope, (commitsByScope.get(scope) ?? 0) + 1)
    return null
  }

  const takeChunk = (bytes: Uint8Array): Refusal | null => {
    if (coming === null) return altered('chunk')
    const { manifest, next } = coming
    if (bytes.length !== chunkSizeAt(manifest, next) || hexDigest(bytes, digest) !== manifest.chunks[next])
      return altered('chunk')
    coming = next + 1 === manifest.chunks.length ? null : { manifest, next: next + 1 }
    return null
  }

  const look = (record: BundleRecord): Refusal | null => {
    if (ended || (coming !== null) !== (record.kind === 'chunk')) return altered(record.kind)
    switch (record.kind) {
      case 'commit':
        return takeCommit(record)
      case 'entry':
        counts.entries++
        return null
      case 'checkpoint':
        counts.checkpoints++
        return null
      case 'blob': {
        const { manifest, scope } = record
        if (!mayHold(scope)) return refuse('bundle.scope-not-declared', { scope }).refusal
        if (blobs.some(({ sha256 }) => sha256 === manifest.sha256)) return altered('blob')
        counts.blobs++
        blobs.push({ sha256: manifest.sha256, scope })
        coming = manifest.chunks.length === 0 ? null : { manifest, next: 0 }
        return null
      }
      case 'chunk':
        return takeChunk(record.bytes)
      case 'contents':
        ended = true
        return isSame(record.contents, contents()) ? null : altered('contents')
    }
  }

  return {
    take: (record) => {
      const refusal = look(record)
      return refusal === null ? ok(null) : { ok: false, refusal }
    },
    contents,
    counts: () => ({ ...counts }),
    end: () => (ended ? ok(contents()) : { ok: false, refusal: altered('contents') }),
  }
}

const altered = (where: string): Refusal => refuse('bundle.altered', { where }).refusal

const isSame = (a: BundleContents, b: BundleContents) =>
  canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json)
