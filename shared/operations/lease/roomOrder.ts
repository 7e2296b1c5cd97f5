import type { Entry } from '../authority/entry.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { decodeCommitHeader } from '../commitDecode.ts'

/**
 * The commits of a room in the order in which they can be received again: as the run ordered them, each after what its
 * device wrote before it, then those that were not ordered, by device. Each once; what cannot be read is left out.
 */
export function roomOrder(
  entries: readonly Entry[],
  commits: readonly SignedCommit[],
): readonly SignedCommit[] {
  const chains = new Map<
    string,
    { readonly seq: number; readonly cid: string; readonly commit: SignedCommit }[]
  >()
  const chainOf = new Map<string, string>()
  for (const commit of commits) {
    const header = decodeCommitHeader(commit.header)
    const cid = base64UrlEncode(commit.id)
    if (!header.ok || chainOf.has(cid)) continue
    const { dev, seq } = header.value
    chainOf.set(cid, dev)
    const chain = chains.get(dev)
    if (chain === undefined) chains.set(dev, [{ seq, cid, commit }])
    else chain.push({ seq, cid, commit })
  }
  for (const chain of chains.values()) chain.sort((a, b) => a.seq - b.seq)
  const ordered: SignedCommit[] = []
  const takeUpTo = (dev: string, cid: string | null): void => {
    const chain = chains.get(dev) ?? []
    const last = cid === null ? chain.length : chain.findIndex((each) => each.cid === cid) + 1
    ordered.push(...chain.splice(0, last).map(({ commit }) => commit))
  }
  for (const { cid } of entries) {
    const dev = chainOf.get(cid)
    if (dev !== undefined) takeUpTo(dev, cid)
  }
  for (const dev of [...chains.keys()].sort()) takeUpTo(dev, null)
  return ordered
}
