import { openDraft } from '#shared/operations/authority/draft.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { FedEntry, Feed } from '#shared/operations/feed/feed.ts'
import { foldAccepted } from '#shared/operations/judge/foldAccepted.ts'
import { isHubLog } from '#shared/operations/lease/lease.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import { isControlKind, isKnownKind } from '#shared/operations/rights/writers.ts'
import type { Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import { type Copy, type OwnSealed, operationsOf } from './copy.ts'
import type { Message } from './message.ts'
import type { WorldOf } from './worldOf.ts'

/** Z3: a laptop that hears of a clock an hour ahead of its own wants nothing more of it. */
export function isRefusedForItsClock(
  entries: readonly FedEntry[],
  moment: Moment,
  { bug }: WorldOf,
): boolean {
  if (bug !== 'Z3') return false
  return entries.some(({ commit }) => {
    if (commit === null) return false
    const { hlc } = JSON.parse(new TextDecoder().decode(commit.header)) as {
      readonly hlc: readonly [number, number]
    }
    return hlc[0] > moment.clockMs + 3_600_000
  })
}

/** What a broken program makes of a feed before the core sees it. */
export function fedAsKept(feed: Feed, { bug }: WorldOf): Feed {
  // Z12: an older program drops the kind that it does not know, and goes on.
  if (bug === 'Z12') return { ...feed, entries: feed.entries.map(withoutNewKind) }
  // Z18: what was erased stays where it was read before.
  if (bug === 'Z18') return { ...feed, erased: [] }
  // Z7: what is taken away stays.
  return bug === 'Z7' ? { ...feed, purges: [], anew: false } : feed
}

const withoutNewKind = (fed: FedEntry): FedEntry =>
  fed.commit !== null && new TextDecoder().decode(fed.commit.body).includes('"session.point@1"')
    ? { ...fed, commit: null }
    : fed

/** What a broken program offers of what the core would. */
export function offeredAsKept(
  commits: readonly SignedCommit[],
  sentOnce: Set<string>,
  copy: Copy,
  { bug }: WorldOf,
): readonly SignedCommit[] {
  // Z2: what was refused stays at the head of the queue, and nothing behind it is sent.
  if (bug === 'Z2' && [...copy.store.scan('toRegularise')].length > 0) return []
  // Z9: what was sent once is dropped from the queue, whatever became of it.
  if (bug !== 'Z9') return commits
  const left = commits.filter(({ id }) => !sentOnce.has(base64UrlEncode(id)))
  for (const { id } of left) sentOnce.add(base64UrlEncode(id))
  return left
}

/** How rows reach the disk. */
export function keptSteps(rows: Rows, { bug }: WorldOf): readonly Effect<Message>[] {
  const isCursor = ([key]: Rows[number]) => key.startsWith('copy:cursor|')
  // Z1: the cursor first, in a transaction of its own; what it covers a moment later.
  if (bug === 'Z1')
    return [
      { do: 'write', rows: rows.filter(isCursor) },
      { do: 'sync' },
      { do: 'write', rows: rows.filter((row) => !isCursor(row)) },
      { do: 'sync' },
    ]
  // Z14: a long list is cut, and nobody is told.
  const kept = bug === 'Z14' ? rows.filter((row, index) => index < 40 || isCursor(row)) : rows
  return [{ do: 'write', rows: kept }, { do: 'sync' }]
}

/** What a broken program writes beside what the core made of a feed. */
export function changedBeside(
  copy: Copy,
  { log, upToG, entries }: Feed,
  { bug }: WorldOf,
): readonly RowChange[] {
  const cursor = copy.store.row('cursor', log)
  if (bug === 'Z17' && cursor !== null && upToG < cursor.g && upToG > 0) {
    const held = copy.store.row('heard', `${log}/${upToG}`)
    return held === null ? [] : [{ table: 'cursor', key: log, row: { ...cursor, g: upToG, r: held.r } }]
  }
  if (bug !== 'B8' || !isHubLog(log)) return []
  return entries.flatMap(({ entry }): readonly RowChange[] => {
    const place = copy.store.row('ownSeq', entry.cid)
    const own = place && copy.store.row('own', ownKey(place))
    if (place === null || own === null) return []
    const row = { ...own, commit: { ...own.commit, body: new Uint8Array(0) } }
    const record = copy.store.row('commit', entry.cid)
    return [
      { table: 'own', key: ownKey(place), row },
      ...(record === null
        ? []
        : [
            {
              table: 'commit',
              key: entry.cid,
              row: { ...record, commit: row.commit, erased: true },
            } as const,
          ]),
    ]
  })
}

/** [SY26] Brought up to date. Z19: it goes on as if it were not. */
export const isKnownNow = (kinds: readonly string[] | undefined, { bug }: WorldOf): boolean =>
  bug !== 'Z19' && kinds?.every(isKnownKind) === true

/** Z15: a laptop that was fed three times in a row and is still behind thinks that it turns in circles. */
export const isGivenUp = (inARow: number, { bug }: WorldOf): boolean => bug === 'Z15' && inARow > 3

/** Z10: what was written here is folded when it is written, whatever place it gets. */
export function foldedAtOnce(copy: Copy, sealed: OwnSealed, { bug }: WorldOf): void {
  if (bug !== 'Z10') return
  const rows = openDraft(copy.store)
  const { cid, dev, seq, commit } = sealed
  for (const [index, operation] of operationsOf(commit).entries()) {
    if (!isKnownKind(operation.k) || isControlKind(operation.k)) continue
    foldAccepted(rows, operation, { cid, index, dev })
    rows.put('pendingOn', operation.e, null)
  }
  const record = { commit, dev, usr: copy.user, seq, scope: '', erased: false }
  rows.put('commit', cid, { ...record, ruling: { verdict: 'ok', code: '', g: 0 } })
  copy.store.change(rows.changes())
}
