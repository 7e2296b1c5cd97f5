import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import type { AuditedPlace, AuditHead, AuditLine } from './auditLine.ts'
import type { AuditReport } from './auditReport.ts'
import { checkBases } from './checkBases.ts'
import { checkBodies } from './checkBodies.ts'
import { checkChains } from './checkChains.ts'
import { checkCommit } from './checkCommit.ts'
import { checkFounding } from './checkFounding.ts'
import { checkReceipts } from './checkReceipts.ts'
import { checkRooms } from './checkRooms.ts'
import { checkVerdicts } from './checkVerdicts.ts'
import { type KeptFindings, keepFindings } from './findings.ts'
import { readAuditLine } from './readAuditLine.ts'
import { rejudge } from './rejudge/rejudge.ts'

export interface Auditor {
  /** One line of the export, in its order, without its line break. An empty one is ignored. */
  take(line: string): void
  /** Once, after the last line. */
  end(): AuditReport
}

/**
 * [SY36] The auditor: from an export alone, « conforme » or every fault with its place. It trusts nothing that the export
 * says of itself but the keys: it recomputes each receipt, identifier, chain and signature, and judges again the most
 * accountable rules. Line by line: what it keeps is 64 bytes an entry, the devices, and what the rules ask for.
 * @param expectedKey SHA-256 of the key of the authority, base64url, when the person knows it from elsewhere.
 */
export function openAuditor(
  ports: CommitDigest & CommitVerifier,
  expectedKey: string | null = null,
): Auditor {
  const findings = keepFindings()
  let audited: AuditedLog | null = null
  let line = 0
  return {
    take(text) {
      line += 1
      if (text === '') return
      const read = readAuditLine(text)
      if (read === null) {
        findings.fault('line-unreadable', { line })
        return
      }
      if (read.is === 'delibere-audit') {
        if (audited !== null) findings.fault('line-out-of-order', { line })
        else audited = auditLog(read, findings, ports, expectedKey)
      } else if (audited === null) findings.fault('line-out-of-order', { line })
      else if (!audited.take(read)) findings.fault('line-out-of-order', { line })
    },
    end: () => (audited === null ? nothingRead(findings, line) : audited.end()),
  }
}

interface AuditedLog {
  /** False: this line does not come here. */
  take(line: Exclude<AuditLine, AuditHead>): boolean
  end(): AuditReport
}

function auditLog(
  { log, authorityKey, reader, from: told }: AuditHead,
  findings: KeptFindings,
  ports: CommitDigest & CommitVerifier,
  expectedKey: string | null,
): AuditedLog {
  const key = base64UrlDecode(authorityKey) ?? new Uint8Array(0)
  const authorityFingerprint = base64UrlEncode(ports.sha256(key))
  if (expectedKey !== null && expectedKey !== authorityFingerprint) findings.fault('other-authority', {})
  const mayLack = reader === 'part'
  const keys = new Map<string, Uint8Array>()
  const keyOf = (dev: string): Uint8Array | null => keys.get(dev) ?? null
  // What holds all of a log begins at its beginning.
  const from = mayLack ? told : undefined
  const receipts = checkReceipts(log, [key], findings, ports, from)
  const chains = checkChains(findings)
  const verdicts = checkVerdicts(findings)
  const bases = checkBases(log, from?.g ?? 0, receipts, findings)
  const bodies = checkBodies(findings)
  const rooms = checkRooms(keyOf, mayLack, findings, ports)
  const founding = checkFounding(mayLack, findings, ports)
  const again = rejudge(log, reader, rooms, findings)
  const checked = { entries: 0, commits: 0, bodies: 0, checkpoints: 0 }
  const unseen = { commits: 0, keys: 0 }
  let isEnded = false

  function place(read: AuditedPlace): void {
    const { entry } = read
    const { g, cid, verdict } = entry
    checked.entries += 1
    receipts.entry(entry)
    const commit = checkCommit(read, keyOf, findings, ports)
    if (commit === null) {
      verdicts.withoutCommit(entry)
      if (read.commit !== null) return
      if (mayLack) unseen.commits += 1
      else findings.fault('commit-missing', { g, cid })
    } else {
      const { dev, seq } = commit.header
      checked.commits += 1
      if (commit.hasBody) checked.bodies += 1
      if (!keys.has(dev)) {
        if (mayLack) unseen.keys += 1
        else findings.fault('device-unknown', { g, cid, dev, seq })
      }
      for (const op of verdict === 'ok' ? (commit.ops ?? []) : []) {
        if (op.k === 'device.enrol@1') enrolled(op.e.slice('device/'.length), op.d.publicKey, g)
        if (op.k === 'device.found@1') founding.declared(op.d.digest, g)
      }
      verdicts.entry(entry, commit.header, chains.commit(commit, verdict, g))
      bases.commit(commit, g)
      bodies.commit(commit, entry)
    }
    if (verdict === 'deferred') return
    rooms.ordered(entry)
    again.entry(entry, commit)
  }

  /** The key under which a device signs is the one with which it was enrolled. */
  function enrolled(dev: string, publicKey: unknown, g: number): void {
    const known = keys.get(dev)
    if (known === undefined || base64UrlEncode(known) !== publicKey)
      findings.fault('device-key-differs', { g, dev })
  }

  return {
    take(read) {
      if (isEnded) return false
      // What the log found when it began stands before its first entry.
      if (checked.entries > 0 && ['device', 'mandate', 'chain', 'state', 'lease'].includes(read.is))
        return false
      switch (read.is) {
        case 'device':
          keys.set(read.id, base64UrlDecode(read.key) ?? new Uint8Array(0))
          if (read.founding) founding.line(read)
          again.device(read)
          return true
        case 'mandate':
          founding.line(read)
          again.mandate(read)
          return true
        case 'chain':
          chains.begins(read.dev, read.seq, read.id)
          return true
        case 'state':
          founding.line(read)
          again.state(read)
          return true
        case 'lease':
          rooms.lease(read)
          return true
        case 'entry':
          place(read)
          return true
        case 'run-entry':
          rooms.runEntry(read)
          return true
        case 'checkpoint':
          checked.checkpoints += 1
          if (read.run === undefined) receipts.checkpoint(read)
          else rooms.runCheckpoint(read.run, read)
          return true
        case 'end':
          isEnded = read.entries === checked.entries
          return isEnded
      }
    },
    end() {
      if (!isEnded) findings.fault('export-cut', {})
      chains.end(mayLack)
      const { erased, unseenBodies } = bodies.end(mayLack)
      const { unseenRooms } = rooms.end()
      bases.end()
      const { vouched } = receipts.end()
      if (vouched < receipts.length()) findings.fault('log-not-vouched', { g: vouched + 1 })
      const { judgedAgain, notJudgedAgain } = again.counts()
      return {
        conforme: findings.faultCount() === 0,
        faults: findings.faults,
        faultCount: findings.faultCount(),
        remarks: findings.remarks,
        log,
        authorityFingerprint,
        checked: { ...checked, rooms: rooms.rooms() },
        judgedAgain,
        founding: founding.end(),
        unseen: {
          ...unseen,
          before: from?.g ?? 0,
          bodies: unseenBodies,
          rooms: unseenRooms,
          erased,
          notJudgedAgain,
        },
      }
    },
  }
}

function nothingRead(findings: KeptFindings, lines: number): AuditReport {
  if (findings.faultCount() === 0) findings.fault('export-cut', { line: lines })
  return {
    conforme: false,
    faults: findings.faults,
    faultCount: findings.faultCount(),
    remarks: [],
    log: '',
    authorityFingerprint: '',
    checked: { entries: 0, commits: 0, bodies: 0, checkpoints: 0, rooms: 0 },
    judgedAgain: 0,
    founding: 'unseen',
    unseen: { before: 0, commits: 0, bodies: 0, keys: 0, rooms: 0, erased: 0, notJudgedAgain: 0 },
  }
}
