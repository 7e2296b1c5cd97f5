import { openDraft } from '../authority/draft.ts'
import type { Lookups, Needs, RowChange } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { isHubLog } from '../lease/lease.ts'
import type { ReplicaAnswer, ReplicaOutput } from './outputs.ts'
import { ownKey } from './records.ts'
import { settleOwn } from './settleOwn.ts'

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

/**
 * [SY39, SY66] Commits of former chains that this log has no answer to yet, in the order of their chains: to a centre also what
 * only a room answered.
 */
export function offerFormer(view: Lookups, log: string): readonly SignedCommit[] | Needs {
  const rows = openDraft(view)
  const commits: SignedCommit[] = []
  for (const { dev, seq: last } of rows.row('ownHead', 'own')?.former ?? [])
    for (let seq = 1; seq <= last; seq++) {
      const own = rows.row('own', ownKey({ dev, seq }))
      if (own === null || own.commit.body.length === 0) continue
      const { ruling } = own
      if (ruling === null || (isHubLog(ruling.log) && !isHubLog(log))) commits.push(own.commit)
    }
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : commits
}

/**
 * [SY39] Of former chains, what an authority cannot judge for want of a predecessor that nobody can give any more (its body was
 * taken away here, and the authority lost it): it counts as of a chain that is no more, and is said again under the new one.
 * @param waiting commits, each with the place of its chain that the authority lacks
 */
export function cutOff(
  view: Lookups,
  log: string,
  waiting: readonly { readonly cid: string; readonly expectedSeq: number }[],
): ReplicaAnswer {
  const rows = openDraft(view)
  const touched = new Set<string>()
  const outputs: ReplicaOutput[] = []
  for (const { cid, expectedSeq } of waiting) {
    const place = rows.row('ownSeq', cid)
    const lacked = place && rows.row('own', ownKey({ dev: place.dev, seq: expectedSeq }))
    if (lacked === null || lacked.commit.body.length > 0) continue
    const entry = { log, epoch: 0, g: 0, cid, verdict: 'forked', code: 'fork', at: 0, via: null } as const
    outputs.push(...settleOwn(rows, entry, touched))
  }
  if (touched.size > 0) outputs.push({ kind: 'changed', entities: [...touched].sort() })
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs }
}
