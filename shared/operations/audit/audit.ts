import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import { utf8Encode } from '../commitUtf8.ts'
import type { AuditExport, AuditFault, AuditReport } from './auditExport.ts'
import { type CheckedCommit, checkCommits } from './checkCommits.ts'

/**
 * [SY36] The auditor: from an export alone, « conforme » or every fault found. It trusts nothing that the export says of
 * itself but the keys: recomputes each receipt, each identifier, each chain, each signature. It does not judge again: that is
 * for whoever holds the state.
 */
export function audit(exported: AuditExport, ports: CommitDigest & CommitVerifier): AuditReport {
  const faults: AuditFault[] = []
  const commits = checkCommits(exported, faults, ports)
  const receipts = checkEntries(exported, commits, faults, ports)
  checkOrder(exported, commits, faults)
  checkBases(exported, commits, receipts, faults)
  checkCheckpoints(exported, receipts, faults, ports)
  const { entries, checkpoints } = exported
  return {
    conforme: faults.length === 0,
    faults,
    checked: { entries: entries.length, commits: exported.commits.length, checkpoints: checkpoints.length },
  }
}

const knownVerdicts: readonly string[] = [
  ...['ok', 'forbidden', 'late', 'conflict', 'closed', 'no-quorum', 'recused', 'invalid'],
  ...['revoked', 'forked', 'deferred', 'unknown-schema'],
]

/** Answers r_0 … r_n, in base64url. */
function checkEntries(
  { log, entries }: AuditExport,
  commits: ReadonlyMap<string, CheckedCommit>,
  faults: AuditFault[],
  ports: CommitDigest,
): readonly string[] {
  const said = new Map<string, string>()
  let r: Uint8Array = new Uint8Array(32)
  let epoch = 0
  const receipts = [base64UrlEncode(r)]
  for (const [index, entry] of entries.entries()) {
    const { g, cid, verdict } = entry
    if (g !== index + 1) faults.push({ fault: 'entry-out-of-place', g })
    if (entry.log !== log) faults.push({ fault: 'entry-of-other-log', g })
    if (entry.epoch < epoch) faults.push({ fault: 'epoch-goes-back', g })
    epoch = Math.max(epoch, entry.epoch)
    if (!knownVerdicts.includes(verdict)) faults.push({ fault: 'verdict-unknown', g })
    const before = said.get(cid)
    // `deferred` alone is followed by another verdict, and by one only.
    if (before !== undefined && (before !== 'deferred' || verdict === 'deferred'))
      faults.push({ fault: 'second-verdict', g, cid })
    said.set(cid, verdict)
    if (!commits.has(cid)) faults.push({ fault: 'commit-missing', g, cid })
    const written = utf8Encode(canonicalJson(entry as unknown as Json))
    const bytes = new Uint8Array(32 + written.length)
    bytes.set(r)
    bytes.set(written, 32)
    r = ports.sha256(bytes)
    receipts.push(base64UrlEncode(r))
  }
  for (const cid of commits.keys()) if (!said.has(cid)) faults.push({ fault: 'commit-unordered', cid })
  return receipts
}

/** A device is ordered in the order of its chain: nothing of it is decided before what it wrote before. */
function checkOrder(
  { entries }: AuditExport,
  commits: ReadonlyMap<string, CheckedCommit>,
  faults: AuditFault[],
): void {
  // Only what the centre received straight has to follow the chain entry by entry.
  const ofRooms = new Set(entries.filter(({ via }) => via !== null).map(({ cid }) => cid))
  const last = new Map<string, number>()
  const accepted = new Map<string, string>()
  const seen = new Set<string>()
  for (const { cid, verdict } of entries) {
    const commit = commits.get(cid)
    if (commit === undefined) continue
    const { dev, seq } = commit.header
    if (verdict !== 'forked') {
      const place = `${dev}/${seq}`
      const other = accepted.get(place)
      if (other !== undefined && other !== cid) faults.push({ fault: 'fork-accepted', dev, seq })
      accepted.set(place, cid)
    }
    // What was deferred, or came back from a room, is decided later than it was written.
    const first = !seen.has(cid)
    seen.add(cid)
    if (!first || verdict === 'forked' || ofRooms.has(cid)) continue
    if (seq < (last.get(dev) ?? 0)) faults.push({ fault: 'order-against-chain', dev, seq })
    last.set(dev, Math.max(seq, last.get(dev) ?? 0))
  }
}

/** What an author says it had seen was there. */
function checkBases(
  { log, entries }: AuditExport,
  commits: ReadonlyMap<string, CheckedCommit>,
  receipts: readonly string[],
  faults: AuditFault[],
): void {
  const lastEpoch = entries.at(-1)?.epoch ?? 0
  for (const [cid, { header }] of commits) {
    const { follow, base } = header
    // Under an earlier epoch the author may have seen a part of the log that a restoration lost.
    if (follow === null || base === null || follow.log !== log || follow.epoch < lastEpoch) continue
    if (receipts[base.g] !== base.r) faults.push({ fault: 'base-not-a-prefix', cid, g: base.g })
  }
}

function checkCheckpoints(
  { log, authorityKey, checkpoints, entries }: AuditExport,
  receipts: readonly string[],
  faults: AuditFault[],
  ports: CommitVerifier,
): void {
  const key = base64UrlDecode(authorityKey) ?? new Uint8Array(0)
  let vouched = 0
  for (const { signature, log: of, epoch, g, r, at } of checkpoints) {
    const text = `delibere/checkpoint/1\0${canonicalJson({ log: of, epoch, g, r, at })}`
    const signed = base64UrlDecode(signature)
    if (of !== log || signed === undefined || !ports.verify(key, utf8Encode(text), signed)) {
      faults.push({ fault: 'checkpoint-signature-wrong', g })
      continue
    }
    if (receipts[g] === undefined) faults.push({ fault: 'checkpoint-beyond-log', g })
    else if (receipts[g] !== r) faults.push({ fault: 'receipt-differs', g })
    else vouched = Math.max(vouched, g)
  }
  if (vouched < entries.length) faults.push({ fault: 'log-not-vouched', g: vouched + 1 })
}
