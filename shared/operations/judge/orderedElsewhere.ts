import type { Scenario } from '#shared/domain/envelope/scenario.ts'
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
 * What a lease would cover of an operation: `session/<id>`, `dossier/<id>`, or what a room decides by ({@link freeRootsBeside});
 * null for what the centre alone orders. A recusal is ordered with the dossier that it closes to its member: it takes effect
 * in the room at once.
 */
export function leasableRoot(
  { k, e, d }: Pick<CommittedOperation, 'k' | 'e' | 'd'>,
  rows: Pick<Draft, 'row'>,
): string | null {
  const slash = e.indexOf('/')
  const id = e.slice(slash + 1)
  switch (e.slice(0, slash)) {
    case 'session':
    case 'dossier':
    case 'call':
    case 'grid':
      return e
    case 'committee':
    case 'member':
      return 'committee'
    case 'scenario': {
      const known = rows.row('aggregate', e)?.state as Scenario | null | undefined
      const call = known?.callId ?? textOf(d, 'callId')
      return call === null ? null : `call/${call}`
    }
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

const submittedTo = (kind: string, data: unknown): string | null =>
  kind === 'candidature.submit@1' ? textOf(data, 'dossierId') : null

function textOf(data: unknown, name: string): string | null {
  const value = (data as Readonly<Record<string, unknown>> | null)?.[name]
  return typeof value === 'string' ? value : null
}
