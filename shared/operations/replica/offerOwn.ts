import { type Draft, openDraft } from '../authority/draft.ts'
import type { Lookups, Needs } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { isHubLog } from '../lease/lease.ts'
import { type OwnHead, ownKey } from './records.ts'

/** What an authority says of the chain of a device when it greets it. */
export interface KnownHead {
  /** 0: no commit of this device ever came. */
  readonly seq: number
  /** Identifier of the commit at that place; null for 0. */
  readonly cid: string | null
}

/**
 * The next commits to send, in the order of the chain, at most `limit`: after what the authority has, whatever was sent
 * before. `behind`: the authority holds more of this chain than this device, or something else, or lost what this device may
 * not keep any more: this chain cannot go on.
 */
export function offerOwn(
  view: Lookups,
  known: KnownHead,
  limit: number,
): { readonly commits: readonly SignedCommit[]; readonly behind: boolean } | Needs {
  const rows = openDraft(view)
  const own = rows.row('ownHead', 'own')
  const head = own?.seq ?? 0
  const behind = known.seq > head || !isSame(rows, known, own)
  const commits: SignedCommit[] = []
  for (let seq = known.seq + 1; !behind && seq <= head && commits.length < limit; seq++) {
    const next = rows.row('own', ownKey({ dev: own?.dev ?? '', seq }))
    // What was taken away or erased cannot be said again: not to a centre that lost it, and a hub does without.
    if (next?.commit.body.length === 0) {
      const atHub = isHubLog(rows.row('followed', 'follow')?.log ?? '')
      return { commits, behind: commits.length === 0 && !atHub }
    }
    if (next !== null) commits.push(next.commit)
  }
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { commits, behind }
}

/** The place that the authority names is a place of this chain. Commits from before any authority are in the file alone [SY32]. */
function isSame(rows: Draft, { seq, cid }: KnownHead, head: OwnHead | null): boolean {
  const held = seq === 0 || head === null ? null : rows.row('own', ownKey({ dev: head.dev, seq }))
  if (held !== null) return held.cid === cid
  return seq !== head?.seq || head.digest === null || base64UrlEncode(head.digest) === cid
}
