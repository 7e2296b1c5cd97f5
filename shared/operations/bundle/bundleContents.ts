import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { isHexDigest } from '../blobs/hexDigest.ts'
import { utf8Encode } from '../commitUtf8.ts'
import { isCount, readCanonical } from './bundleHeader.ts'

/** What a bundle holds, by scope: sealed with the rest, since the name of a scope may itself tell a recusal [BN6]. */
export interface BundleContents {
  /** By name, each once: how many commits come with their body. */
  readonly scopes: readonly { readonly scope: string; readonly commits: number }[]
  /** In the order of their records. */
  readonly blobs: readonly { readonly sha256: string; readonly scope: string }[]
}

export const encodeBundleContents = (contents: BundleContents): Uint8Array =>
  utf8Encode(canonicalJson({ v: 1, ...contents } as unknown as Json))

/** Undefined for any bytes that {@link encodeBundleContents} would not have written. */
export function decodeBundleContents(bytes: Uint8Array): BundleContents | undefined {
  const read = readCanonical(bytes)
  if (read === undefined || read.v !== 1 || Object.keys(read).length !== 3) return undefined
  const { scopes, blobs } = read
  const isSound =
    Array.isArray(scopes) && scopes.every(isScope) && Array.isArray(blobs) && blobs.every(isBlob)
  return isSound ? { scopes, blobs } : undefined
}

function isScope(value: unknown): boolean {
  const { scope, commits, ...more } = membersOf(value)
  return typeof scope === 'string' && isCount(commits) && Object.keys(more).length === 0
}

function isBlob(value: unknown): boolean {
  const { sha256, scope, ...more } = membersOf(value)
  return isHexDigest(sha256) && typeof scope === 'string' && Object.keys(more).length === 0
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
