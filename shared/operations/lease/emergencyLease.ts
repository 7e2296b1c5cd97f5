import type { Session } from '#shared/domain/session/session.ts'
import { openDraft } from '../authority/draft.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { RowChange } from '../authority/rows.ts'
import type { Lease } from './lease.ts'
import { leaseSeed } from './leaseSeed.ts'
import { dossiersOnAgenda, mayOrder } from './mayOrder.ts'

export interface EmergencyWish extends Pick<Lease, 'id' | 'session' | 'successors' | 'from' | 'to'> {
  /** Device that opens it. */
  readonly hub: string
}

/**
 * [SY22] The lease that a device opens without the centre, and the rows from which it orders: its own copy, with the rights,
 * devices and heads of chains that the directory last told it. The commit `lease.open@1` that says so is sealed beside.
 * Answers why not: `absent`, no such session here; `closed`; `role`, a holder may not order it as far as this copy knows.
 */
export function emergencyLease(
  copy: Pick<RowStore, 'row' | 'scan'>,
  wish: EmergencyWish,
): { readonly lease: Lease; readonly seed: readonly RowChange[] } | 'absent' | 'closed' | 'role' {
  const session = copy.row('aggregate', `session/${wish.session}`)?.state as Session | null | undefined
  if (session == null) return 'absent'
  if (session.status === 'closed') return 'closed'
  // Of a point whose dossier is not here nobody can say who may read it: it was taken away, or never given.
  const isAllHere = session.agenda.every(
    ({ candidatureId }) => candidatureId === null || copy.row('placement', candidatureId) !== null,
  )
  if (!isAllHere || !mayOrder(openDraft(copy), session, [wish.hub, ...wish.successors])) return 'role'
  const followed = copy.row('followed', 'follow')
  const lease: Lease = {
    ...wish,
    dossiers: dossiersOnAgenda(copy, session),
    g: (followed && copy.row('cursor', followed.log)?.g) ?? 0,
    emergency: true,
    standing: 'open',
    endedG: null,
  }
  return { lease, seed: leaseSeed(copy, lease) }
}
