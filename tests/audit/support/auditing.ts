import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { type AuditSource, type AuditSubject, auditLines } from '#shared/operations/audit/auditLines.ts'
import type { AuditReport } from '#shared/operations/audit/auditReport.ts'
import { openAuditor } from '#shared/operations/audit/openAuditor.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'

export async function exported(
  source: AuditSource,
  subject: AuditSubject,
  ports: CommitDigest = nodeCrypto,
): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of auditLines(source, subject, ports)) lines.push(line)
  return lines
}

export function audited(
  lines: readonly string[],
  ports: CommitDigest & CommitVerifier = nodeCrypto,
  expectedKey: string | null = null,
): AuditReport {
  const auditor = openAuditor(ports, expectedKey)
  for (const line of lines) auditor.take(line)
  return auditor.end()
}
