import { type Lookups, missing } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import type { FedEntry } from '../feed/feed.ts'
import { ownKey } from '../replica/records.ts'
import type { ToldFeed, VouchedFeed } from './feedParcel.ts'

/**
 * [EX19] A feed with the reader's own commits, which it named alone, put back from his copy; null: one of them is not there (any
 * more), and is to be asked for.
 */
export function putBackOwn(copy: Lookups, { feed, checkpoint }: ToldFeed): VouchedFeed | null {
  const entries: FedEntry[] = []
  for (const { entry, commit } of feed.entries) {
    const whole = commit === 'own' ? ownCommit(copy, entry.cid) : commit
    if (commit === 'own' && whole === null) return null
    entries.push({ entry, commit: whole })
  }
  return { feed: { ...feed, entries }, checkpoint }
}

function ownCommit(copy: Lookups, cid: string): SignedCommit | null {
  const place = copy.row('ownSeq', cid)
  if (place === null || place === missing) return null
  const own = copy.row('own', ownKey(place))
  // A body that was taken away [SY4], and is given again.
  return own === null || own === missing || own.commit.body.length === 0 ? null : own.commit
}
