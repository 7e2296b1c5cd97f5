import { ok, type Result } from '#shared/kernel/result.ts'
import type { AuditReport } from '#shared/operations/audit/auditReport.ts'
import { openAuditor } from '#shared/operations/audit/openAuditor.ts'
import type { Progress } from '#shared/usecases/ports.ts'
import { readAuditFile } from '../adapters/bundles/readAuditFile.ts'
import { nodeCrypto } from '../adapters/keys/nodeCrypto.ts'

export type { AuditReport }

/**
 * [SY36] Audits an export without any committee's file, passphrase or network. Refuses as `readAuditFile` does.
 * @param expectedKey fingerprint of the key of the authority, base64url of SHA-256, when the person knows it.
 */
export async function auditExport(
  path: string,
  expectedKey: string | null,
  onProgress: (progress: Progress) => void,
): Promise<Result<AuditReport>> {
  const auditor = openAuditor(nodeCrypto, expectedKey)
  const read = await readAuditFile(path, auditor.take, onProgress)
  return read.ok ? ok(auditor.end()) : read
}
