import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'
import type { AuditExport, AuditedCommit, AuditFault, ParsedHeader } from './auditExport.ts'

export interface CheckedCommit {
  readonly header: ParsedHeader
}

/**
 * Each commit on its own and in the chain of its device: identifier, key, signature, body, predecessor. Answers them by
 * identifier, recomputed.
 */
export function checkCommits(
  exported: AuditExport,
  faults: AuditFault[],
  ports: CommitDigest & CommitVerifier,
): ReadonlyMap<string, CheckedCommit> {
  const erased = new Set<string>()
  const found = new Map<string, CheckedCommit>()
  const withoutBody: string[] = []
  for (const [place, commit] of exported.commits.entries()) {
    const parsed = parse(commit)
    if (parsed === null) {
      faults.push({ fault: 'commit-unreadable', place })
      continue
    }
    const { header, headerBytes, signature, body } = parsed
    const cid = base64UrlEncode(ports.sha256(headerBytes))
    if (found.has(cid)) faults.push({ fault: 'commit-twice', cid })
    found.set(cid, { header })
    const key = exported.deviceKeys[header.dev]
    if (key === undefined) faults.push({ fault: 'device-unknown', cid, dev: header.dev })
    else if (!ports.verify(base64UrlDecode(key) ?? new Uint8Array(0), signedText(headerBytes), signature))
      faults.push({ fault: 'signature-wrong', cid })
    if (body === null) withoutBody.push(cid)
    else if (base64UrlEncode(ports.sha256(body)) !== header.bh) faults.push({ fault: 'body-altered', cid })
    else for (const each of erasedBy(body)) erased.add(each)
  }
  for (const cid of withoutBody) if (!erased.has(cid)) faults.push({ fault: 'body-missing', cid })
  checkChains(exported, found, faults)
  return found
}

/** Each device wrote one chain: from where it began before this log, without a gap, each naming the one before. */
function checkChains(
  { entries, chainsBefore }: AuditExport,
  commits: ReadonlyMap<string, CheckedCommit>,
  faults: AuditFault[],
): void {
  const proofs = new Set(entries.filter(({ verdict }) => verdict === 'forked').map(({ cid }) => cid))
  const chains = new Map<string, { readonly cid: string; readonly header: ParsedHeader }[]>()
  for (const [cid, { header }] of commits) {
    const chain = chains.get(header.dev) ?? []
    chain.push({ cid, header })
    chains.set(header.dev, chain)
  }
  for (const [dev, chain] of chains) {
    let head: { readonly seq: number; readonly id: string | null } = chainsBefore[dev] ?? { seq: 0, id: null }
    for (const { cid, header } of chain.sort((a, b) => a.header.seq - b.header.seq)) {
      const { seq, prev } = header
      const follows = seq === head.seq + 1 && prev === head.id
      if (follows) head = { seq, id: cid }
      else if (proofs.has(cid)) continue
      else if (seq !== head.seq + 1) {
        faults.push({ fault: 'chain-gap', dev, seq })
        head = { seq, id: cid }
      } else {
        faults.push({ fault: 'chain-broken', dev, seq })
        head = { seq, id: cid }
      }
    }
  }
}

function parse({ header, body, signature }: AuditedCommit) {
  const headerBytes = base64UrlDecode(header)
  const signed = base64UrlDecode(signature)
  const bodyBytes = body === null ? null : base64UrlDecode(body)
  if (headerBytes === undefined || signed === undefined || bodyBytes === undefined) return null
  const read = json(headerBytes)
  if (typeof read !== 'object' || read === null) return null
  const { dev, seq, bh } = read as Partial<ParsedHeader>
  if (typeof dev !== 'string' || typeof seq !== 'number' || typeof bh !== 'string') return null
  return { header: read as ParsedHeader, headerBytes, signature: signed, body: bodyBytes }
}

/** Identifiers of the commits whose bodies this one orders to drop. */
function erasedBy(body: Uint8Array): readonly string[] {
  const read = json(body) as {
    readonly ops?: readonly { readonly k?: unknown; readonly d?: unknown }[]
  } | null
  const orders = (read?.ops ?? []).filter(({ k }) => k === 'erasure.order@1')
  return orders.flatMap(({ d }) => (d as { readonly commits?: readonly string[] } | null)?.commits ?? [])
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Decode(bytes) ?? '')
  } catch {
    return null
  }
}

function signedText(header: Uint8Array): Uint8Array {
  const prefix = utf8Encode('delibere/commit/1\0')
  const bytes = new Uint8Array(prefix.length + header.length)
  bytes.set(prefix)
  bytes.set(header, prefix.length)
  return bytes
}
