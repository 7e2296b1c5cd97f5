import { openDraft } from '../authority/draft.ts'
import type { Lookups, Needs, RowChange } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { ownKey } from './records.ts'

/**
 * [SY39] This copy writes on under a new key: its chain forked, was revoked, or is behind what the authority has of it. The
 * former chain stays with its verdicts; what of it was never answered is offered as it is ({@link offerFormer}), so that
 * every commit gets its verdict, and what is refused can be taken up again.
 * @param dev identifier of the new enrolment.
 */
export function enrolAgain(view: Lookups, dev: string): readonly RowChange[] | Needs {
  const rows = openDraft(view)
  const head = rows.row('ownHead', 'own')
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  const former = [...(head?.former ?? []), ...(head === null ? [] : [{ dev: head.dev, seq: head.seq }])]
  const row = { dev, seq: 0, digest: null, hlc: head?.hlc ?? null, mustEnrol: false, former }
  return [{ table: 'ownHead', key: 'own', row }]
}

/** [SY39] Commits of former chains that no authority answered yet, in the order of their chains, at most `limit`. */
export function offerFormer(view: Lookups, limit: number): readonly SignedCommit[] | Needs {
  const rows = openDraft(view)
  const commits: SignedCommit[] = []
  for (const { dev, seq: last } of rows.row('ownHead', 'own')?.former ?? [])
    for (let seq = 1; seq <= last && commits.length < limit; seq++) {
      const own = rows.row('own', ownKey({ dev, seq }))
      if (own !== null && own.ruling === null) commits.push(own.commit)
    }
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : commits
}
