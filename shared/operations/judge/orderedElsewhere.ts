import type { Draft } from '../authority/draft.ts'
import type { JudgePlace } from '../authority/judgement.ts'
import type { CommittedOperation } from '../commit.ts'
import { isHubLog } from '../lease/lease.ts'
import { dossierOf, pairOf } from '../scopes/scopeOf.ts'

/**
 * [SY18] Whether a commit is for another authority to order. For the centre: anything that it touches is under an open
 * lease. For a hub: anything that it touches is outside its own.
 */
export function orderedElsewhere(
  rows: Draft,
  ops: readonly CommittedOperation[],
  { log }: Pick<JudgePlace, 'log'>,
): boolean {
  const atHub = isHubLog(log)
  return ops.some((operation) => {
    const root = leasableRoot(operation, rows)
    const leasedTo = root === null ? null : (rows.row('leased', root)?.log ?? null)
    return atHub ? leasedTo !== log : leasedTo !== null && leasedTo !== log
  })
}

/**
 * What a lease would cover of an operation: `session/<id>` or `dossier/<id>`; null for what the centre alone orders. A
 * recusal is ordered with the dossier that it closes to its member: it takes effect in the room at once.
 */
export function leasableRoot(
  { k, e, d }: Pick<CommittedOperation, 'k' | 'e' | 'd'>,
  rows: Pick<Draft, 'row'>,
): string | null {
  const slash = e.indexOf('/')
  const id = e.slice(slash + 1)
  switch (e.slice(0, slash)) {
    case 'session':
      return e
    case 'dossier':
      return e
    case 'candidature': {
      const dossier = dossierOf(id, rows) ?? submittedTo(k, d)
      return dossier === null ? null : `dossier/${dossier}`
    }
    case 'sheet':
    case 'recusal': {
      const dossier = dossierOf(pairOf(id).candidature, rows)
      return dossier === null ? null : `dossier/${dossier}`
    }
    default:
      return null
  }
}

const submittedTo = (kind: string, data: unknown): string | null => {
  const dossier = kind === 'candidature.submit@1' ? (data as { dossierId?: unknown } | null)?.dossierId : null
  return typeof dossier === 'string' ? dossier : null
}
