import type { AuthorityPorts } from '../authority/authorityPorts.ts'
import { type Draft, openDraft } from '../authority/draft.ts'
import type { AuthorityAnswer, AuthorityOutput, AuthorityStepAsk } from '../authority/outputs.ts'
import { type Lookups, lacks } from '../authority/rows.ts'
import { verifyOnce } from '../authority/verifyOnce.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { chooseRun } from './chooseRun.ts'
import { endLease } from './endLease.ts'
import { headOfRun } from './hubRun.ts'
import { type BroughtRun, keepRun, keptRuns } from './keepRun.ts'
import { roomOrder } from './roomOrder.ts'

/** A commit as a device of a voided room told it, as plain rows hold it: base64url. */
export interface ToldCommit {
  readonly header: string
  readonly body: string
  readonly signature: string
}

/**
 * [SY21] Keeps what a device holds of a voided room, until the order is rebuilt: its run, that holds (`headOfRun`), and the
 * commits that the centre does not have.
 */
export function keepTold(
  view: Lookups,
  lease: string,
  { commits, ...brought }: BroughtRun & { readonly commits: readonly SignedCommit[] },
  ports: CommitDigest,
): AuthorityAnswer {
  const rows = openDraft(view)
  keepRun(rows, lease, brought, ports)
  addTo(rows, `told/${lease}`, [brought.device])
  const lacking = commits
    .map((commit) => ({ commit, cid: base64UrlEncode(commit.id) }))
    .filter(({ cid }) => rows.row('commit', cid) === null)
  for (const { commit, cid } of lacking) rows.put('told', `${lease}/${cid}`, asText(commit))
  addTo(
    rows,
    `told-commits/${lease}`,
    lacking.map(({ cid }) => cid),
  )
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs: [] }
}

/**
 * [SY21] Ends a voided lease: of the runs that were told, the order that stands is decided again with every commit that was
 * told; signed runs that part from it are incidents. A lease that is not voided, or that ended, is left as it is.
 */
export function endingVoided(lease: string, now: number, ports: AuthorityPorts): AuthorityStepAsk {
  const once = { ...ports, verify: verifyOnce(ports) }
  return (view) => {
    const rows = openDraft(view)
    const outputs = endVoided(rows, lease, now, once)
    const needs = rows.lacking()
    return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs }
  }
}

function endVoided(rows: Draft, id: string, now: number, ports: AuthorityPorts): readonly AuthorityOutput[] {
  const lease = rows.row('lease', id)
  if (lease?.standing !== 'voided' || lease.endedG !== null) return []
  const held = keptRuns(rows, id).flatMap((run) => {
    const head = headOfRun(lease, run, (device) => rows.row('device', device), ports)
    return head === null ? [] : [{ run, head }]
  })
  const cids = rows.row('index', `told-commits/${id}`)?.ids ?? []
  const told = cids.flatMap((cid) => {
    const row = rows.row('told', `${id}/${cid}`)
    return row === null ? [] : [fromText(row, cid)]
  })
  const { chosen, incidents } = chooseRun(held)
  const entries = chosen?.run.entries ?? []
  const ended = endLease(rows, { lease: id, entries, commits: roomOrder(entries, told) }, now, ports)
  if (lacks(ended)) return []
  for (const { table, key, row } of ended.changes) rows.put(table, key, row)
  for (const cid of cids) rows.put('told', `${id}/${cid}`, null)
  rows.put('index', `told-commits/${id}`, null)
  return [...incidents.map((incident): AuthorityOutput => ({ kind: 'incident', incident })), ...ended.outputs]
}

function addTo(rows: Draft, index: string, ids: readonly string[]): void {
  const known = rows.row('index', index)?.ids ?? []
  const all = new Set([...known, ...ids])
  if (all.size > known.length) rows.put('index', index, { ids: [...all] })
}

const asText = ({ header, body, signature }: SignedCommit): ToldCommit => ({
  header: base64UrlEncode(header),
  body: base64UrlEncode(body),
  signature: base64UrlEncode(signature),
})

const fromText = ({ header, body, signature }: ToldCommit, cid: string): SignedCommit => ({
  id: bytesOf(cid),
  header: bytesOf(header),
  body: bytesOf(body),
  signature: bytesOf(signature),
})

const bytesOf = (text: string): Uint8Array => base64UrlDecode(text) ?? new Uint8Array(0)
