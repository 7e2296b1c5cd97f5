import type { CommitDigest } from '../commitPorts.ts'
import type { AuditReport } from './auditReport.ts'
import type { Findings } from './findings.ts'
import { type FoundingLine, foundingDigest } from './foundingDigest.ts'

export interface FoundingCheck {
  line(line: FoundingLine): void
  /** An accepted entry gives the digest of what the log was founded on. */
  declared(digest: unknown, g: number): void
  end(): AuditReport['founding']
}

/**
 * [SY61] What an export tells of the founding is what the first entry declared. Every author who cites a place of the log cites that
 * entry: an authority cannot tell another founding afterwards.
 */
export function checkFounding(mayLack: boolean, findings: Findings, ports: CommitDigest): FoundingCheck {
  const digest = foundingDigest(ports)
  let isBound = false
  return {
    line: digest.take,
    declared(declared, g) {
      isBound = true
      if (!mayLack && (g !== 1 || declared !== digest.text())) findings.fault('founding-differs', { g })
    },
    end: () => (mayLack ? 'unseen' : isBound ? 'bound' : 'told'),
  }
}
