import type { AuditedEntry } from './auditLine.ts'
import type { PlaceInChain } from './checkChains.ts'
import type { AuditedHeader } from './checkCommit.ts'
import type { Findings } from './findings.ts'

export interface VerdictsCheck {
  entry(entry: AuditedEntry, header: AuditedHeader, place: PlaceInChain): void
  withoutCommit(entry: AuditedEntry): void
}

/**
 * [SY5, SY7] Each commit has one verdict, `deferred` alone being followed by another; and what the centre received straight is
 * ordered in the order of its chain.
 */
export function checkVerdicts(findings: Findings): VerdictsCheck {
  const deferred = new Set<string>()
  /** Of commits whose chain is not there to tell: proofs of forks, and what nobody showed. */
  const settled = new Set<string>()
  const last = new Map<string, number>()
  const known = ({ verdict, g }: AuditedEntry): void => {
    if (!knownVerdicts.includes(verdict)) findings.fault('verdict-unknown', { g })
  }
  const isSecond = ({ cid, g, verdict }: AuditedEntry, wasMet: boolean): boolean => {
    const follows = deferred.delete(cid)
    if ((wasMet && !follows) || (follows && verdict === 'deferred'))
      findings.fault('second-verdict', { g, cid })
    if (verdict === 'deferred') deferred.add(cid)
    return wasMet || follows
  }
  return {
    entry(entry, { dev, seq }, place) {
      known(entry)
      const { cid, verdict, via, g } = entry
      const wasMet = place === 'known' || (place === 'beside' && settled.has(cid))
      if (place === 'beside') settled.add(cid)
      const again = isSecond(entry, wasMet)
      if (again || verdict === 'forked' || via !== null) return
      if (seq < (last.get(dev) ?? 0)) findings.fault('order-against-chain', { g, cid, dev, seq })
      last.set(dev, Math.max(seq, last.get(dev) ?? 0))
    },
    withoutCommit(entry) {
      known(entry)
      const wasMet = settled.has(entry.cid)
      settled.add(entry.cid)
      isSecond(entry, wasMet)
    },
  }
}

const knownVerdicts: readonly string[] = [
  ...['ok', 'forbidden', 'late', 'conflict', 'closed', 'no-quorum', 'recused', 'invalid'],
  ...['revoked', 'forked', 'deferred', 'unknown-schema'],
]
