import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { SignedCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { utf8Decode } from '#shared/operations/commitUtf8.ts'
import { readEntry } from '#shared/operations/exchange/feedParcel.ts'
import { takeVouchedFeed } from '#shared/operations/exchange/takeVouchedFeed.ts'
import type { Feed } from '#shared/operations/feed/feed.ts'
import { boundMembers, recusedFrom } from '#shared/operations/rights/recusedFrom.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { BundleLogRecord } from '../../adapters/bundles/importBundle.ts'
import type { SyncPorts } from '../syncPorts.ts'

/** What of the log on a key was new here. */
export interface TakenLog {
  readonly taken: number
  readonly known: number
  /** Identifiers of the commits that the log tells. */
  readonly cids: readonly string[]
}

/**
 * [SY23] What an authority said, from a key instead of its line: the same receipts, the same checks, the same step. What a
 * recusal that it brings closes is purged in the next [SY4]. Refuses `bundle.altered`, `chain.gap`, `chain.broken`.
 * @param exporter device that vouches for the log of its room.
 */
export function takeLogFromKey(
  sharing: FileSharing,
  records: readonly BundleLogRecord[],
  exporter: string,
  ports: SyncPorts,
): Result<TakenLog> {
  const entries = records.flatMap((record) => (record.kind === 'entry' ? [readEntry(record.entry)] : []))
  const [first] = entries
  if (first === undefined) return ok({ taken: 0, known: 0, cids: [] })
  const checkpoint = checkpointIn(records)
  if (checkpoint === null || !entries.every((entry) => entry !== undefined))
    return refuse('bundle.altered', { where: 'entries' })
  const commits = new Map<string, SignedCommit>()
  for (const record of records) {
    if (record.kind !== 'commit' || record.body === null) continue
    const id = ports.crypto.sha256(record.header)
    const { header, body, signature } = record
    commits.set(base64UrlEncode(id), { header, body, signature, id })
  }
  const { log } = first
  const upToG = entries.at(-1)?.g ?? 0
  const before = sharing.copy.row('cursor', log)?.g ?? 0
  const feed: Feed = {
    log,
    epoch: checkpoint.checkpoint.epoch,
    fromG: first.g - 1,
    upToG,
    headG: upToG,
    entries: entries.map((entry) => ({ entry, commit: commits.get(entry.cid) ?? null })),
    anew: false,
    people: false,
    mandates: sharing.self()?.mandates ?? [],
    grants: [],
    purges: [],
    erased: [],
  }
  const key = sharing.copy.row('device', exporter)?.publicKey
  const authorityKey = (key === undefined ? undefined : base64UrlDecode(key)) ?? null
  const taken = sharing.take((copy) =>
    takeVouchedFeed(copy, { feed, checkpoint }, authorityKey, ports.crypto),
  )
  if (!taken.ok) return taken
  if (taken.value.some(({ kind }) => kind === 'out-of-step')) return refuse('chain.gap', { log })
  if (taken.value.some(({ kind }) => kind === 'broken-log' || kind === 'restored'))
    return refuse('chain.broken', { log })
  const purged = purgeRecused(sharing, feed, checkpoint, authorityKey, ports)
  if (!purged.ok) return purged
  const after = sharing.copy.row('cursor', log)?.g ?? before
  return ok({
    taken: after - before,
    known: entries.length - (after - before),
    cids: entries.map(({ cid }) => cid),
  })
}

/** A key brings no purge: whoever is recused now, by what it brought, keeps nothing of these dossiers. */
function purgeRecused(
  sharing: FileSharing,
  feed: Feed,
  checkpoint: SignedCheckpoint,
  authorityKey: Uint8Array | null,
  ports: SyncPorts,
): Result<unknown> {
  const persons = boundMembers(feed.mandates)
  if (persons.length === 0) return ok(null)
  const rows = openDraft(sharing.copy)
  const dossiers = new Set([...sharing.copy.scan('placement')].map(([, { dossier }]) => dossier))
  const purges = [...dossiers].filter(
    (dossier) =>
      sharing.copy.row('aggregate', `dossier/${dossier}`) !== null &&
      persons.some((person) => recusedFrom(person, dossier, rows)),
  )
  if (purges.length === 0) return ok(null)
  const nothingNew: Feed = { ...feed, fromG: feed.upToG, entries: [], purges: purges.sort() }
  return sharing.take((copy) => {
    const step = takeVouchedFeed(copy, { feed: nothingNew, checkpoint }, authorityKey, ports.crypto)
    if (lacks(step)) throw new Error('a copy in the file lacks no row')
    return step
  })
}

function checkpointIn(records: readonly BundleLogRecord[]): SignedCheckpoint | null {
  const record = records.findLast(({ kind }) => kind === 'checkpoint')
  if (record?.kind !== 'checkpoint') return null
  const text = utf8Decode(record.checkpoint)
  try {
    const read = JSON.parse(text ?? '') as SignedCheckpoint['checkpoint']
    const isOne =
      typeof read.log === 'string' &&
      Number.isSafeInteger(read.g) &&
      Number.isSafeInteger(read.epoch) &&
      typeof read.r === 'string'
    return isOne ? { checkpoint: read, signature: record.signature } : null
  } catch {
    return null
  }
}
