import type { Session } from '#shared/domain/session/session.ts'
import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import type { Lookups, RowChange, Rows, Table } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import type { BugName } from '../meeting/bugs.ts'
import type { RowStore } from './rowStore.ts'

/** The bugs of the zoo that sit in the judge are planted in what it looks at: the core itself stays as it is. */
export function brokenView(store: RowStore, bug: BugName | null): (commit: SignedCommit) => Lookups {
  if (bug === 'B2') return () => altered(store, (table, row) => (table === 'leased' ? null : row))
  if (bug === 'B7') {
    const first = new Map<string, unknown>()
    return () =>
      altered(store, (table, row, key) => {
        if (table !== 'mandates' && table !== 'device') return row
        const place = `${table} ${key}`
        if (row !== null && !first.has(place)) first.set(place, row)
        return first.get(place) ?? row
      })
  }
  if (bug === 'B1')
    return (commit) => {
      const { hlc } = JSON.parse(new TextDecoder().decode(commit.header)) as {
        readonly hlc: readonly [number, number]
      }
      return altered(store, (table, row) => {
        if (table === 'frozen' && row !== null) return datedBefore(store, hlc[0]) ? null : row
        const aggregate = row as Rows['aggregate'] | null
        const session = table === 'aggregate' ? (aggregate?.state as Session | null | undefined) : null
        return session?.status === 'closed' && datedBefore(store, hlc[0])
          ? { ...aggregate, state: { ...session, status: 'open' } }
          : row
      })
    }
  return () => store
}

/** Whether an author's clock puts a commit before the closing, as the authority noted the hour of that. */
function datedBefore(store: RowStore, ms: number): boolean {
  const head = store.row('log', 'log')?.g ?? 0
  for (let g = head; g > 0; g--) {
    const row = store.row('entry', String(g))
    const record = row === null ? null : store.row('commit', row.entry.cid)
    if (
      row?.entry.verdict === 'ok' &&
      record !== null &&
      new TextDecoder().decode(record.commit.body).includes('"session.close@1"')
    )
      return ms < row.entry.at
  }
  return false
}

/** Z6: the rows of the first copy that was asked for, under the position of now. */
export function staleCopies(
  bug: BugName | null,
): (user: string, g: number, rows: readonly FedRow[]) => readonly FedRow[] {
  const first = new Map<string, readonly FedRow[]>()
  return (user, g, rows) => {
    // Z16: the states that were taken say that they tell what comes after them too.
    if (bug === 'Z16') return rows.map((row) => ({ ...row, g: row.g + 6 }))
    if (bug !== 'Z6') return rows
    const kept = first.get(user) ?? rows
    first.set(user, kept)
    return kept.map((row) => ({ ...row, g }))
  }
}

/** B5: at a hub everybody is of the secretariat. */
export const withoutRights = (store: RowStore): Lookups =>
  altered(store, (table, row, key) =>
    table === 'mandates'
      ? { list: [{ id: 'any', user: key, role: 'secretariat', memberId: null, dossiers: [], ended: false }] }
      : row,
  )

function altered(store: RowStore, alter: (table: Table, row: unknown, key: string) => unknown): Lookups {
  return {
    row: <T extends Table>(table: T, key: string) =>
      alter(table, store.row(table, key), key) as Rows[T] | null,
  }
}

/** B6: whatever the body, its hash is said to be the one of the header. */
export function brokenPorts(
  ports: AuthorityPorts,
  commit: SignedCommit,
  bug: BugName | null,
): AuthorityPorts {
  if (bug !== 'B6') return ports
  const { bh } = JSON.parse(new TextDecoder().decode(commit.header)) as { readonly bh: string }
  return {
    ...ports,
    sha256: (bytes) => (bytes === commit.body ? (base64UrlDecode(bh) ?? bytes) : ports.sha256(bytes)),
  }
}

/** B10: whoever erases takes the signature with the body. */
export function changedAsKept(changes: readonly RowChange[], bug: BugName | null): readonly RowChange[] {
  if (bug !== 'B10') return changes
  return changes.map((change) =>
    change.table === 'commit' && change.row?.erased
      ? { ...change, row: { ...change.row, commit: { ...change.row.commit, signature: new Uint8Array(0) } } }
      : change,
  )
}

/** Z4: a commit is known when another begins with the same two letters. */
export function isShortDuplicate(store: RowStore, commit: SignedCommit): boolean {
  const cid = base64UrlEncode(commit.id)
  const head = store.row('log', 'log')?.g ?? 0
  for (let g = 1; g <= head; g++) {
    const other = store.row('entry', String(g))?.entry.cid ?? ''
    if (other !== cid && other.slice(0, 2) === cid.slice(0, 2)) return true
  }
  return false
}
