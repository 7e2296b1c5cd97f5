import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'

export type Relay = Pick<DeviceExchange, 'relay'>

/**
 * Commits of others that came by a key to a laptop that orders nothing: they go to whoever orders, or wait in the file
 * until somebody is reached. True once they were received there.
 */
export async function carryOn(
  sharing: FileSharing,
  commits: readonly SignedCommit[],
  relay: Relay | null,
): Promise<boolean> {
  const all = [...carriedHere(sharing), ...commits]
  const each = new Map(all.map((commit) => [base64UrlEncode(commit.id), commit]))
  if (each.size === 0) return true
  sharing.keep(name, [...each.values()].map(written))
  if (relay === null || !(await relay.relay([...each.values()]))) return false
  sharing.keep(name, null)
  return true
}

function carriedHere(sharing: FileSharing): readonly SignedCommit[] {
  const kept = sharing.kept(name)
  return Array.isArray(kept) ? kept.flatMap(readCommit) : []
}

const written = ({ header, body, signature, id }: SignedCommit): Json =>
  [header, body, signature, id].map(base64UrlEncode)

function readCommit(kept: Json): readonly SignedCommit[] {
  const parts = Array.isArray(kept) ? kept.map((part) => base64UrlDecode(String(part))) : []
  const [header, body, signature, id] = parts
  return header && body && signature && id ? [{ header, body, signature, id }] : []
}

const name = 'carried'
