import type { ProcedureName } from '#shared/contract/contract.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { maySign } from '#shared/operations/rights/maySign.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'

/**
 * A paper is written on the disk before it is recorded: whose person may not record it is told so before anything is
 * written. Refuses `account.not-allowed`.
 */
export function mayIssue(file: ShareableFile | null, procedure: ProcedureName): Result<null> {
  return issuing.has(procedure) ? mayRecordIssue(file) : ok(null)
}

/** For what is recorded only if what was drawn is not known yet. Refuses `account.not-allowed`. */
export function mayRecordIssue(file: ShareableFile | null): Result<null> {
  const self = file?.sharing.self() ?? null
  return self === null || maySign(self.mandates, 'document.issue@2', 'document/any')
    ? ok(null)
    : refuse('account.not-allowed')
}

const issuing: ReadonlySet<ProcedureName> = new Set([
  'document.export',
  'document.prepare-signing',
  'document.return',
  'document.batch',
  'disclosure.export',
] as const)
