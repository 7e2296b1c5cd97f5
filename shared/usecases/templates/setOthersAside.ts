import { ok, type Result } from '#shared/kernel/result.ts'
import type { DocumentTemplate } from '#shared/operations/documentTemplate.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Transaction } from '../ports.ts'

/** [TM3] One template at most is in use for a kind: those that were give their place to this one. */
export function setOthersAside(
  transaction: Transaction,
  { id, document }: Pick<DocumentTemplate, 'id' | 'document'>,
): Result<null> {
  for (const other of transaction.all('template')) {
    if (other.id === id || other.document !== document || other.inUse === null) continue
    const set = transaction.emit('template.use@1', entityOf('template', other.id), { version: null })
    if (!set.ok) return set
  }
  return ok(null)
}
