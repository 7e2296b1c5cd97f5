import { openDraft } from '../authority/draft.ts'
import type { Lookups, Needs } from '../authority/rows.ts'
import type { Lease } from './lease.ts'

/** A room that is not over. */
export interface UnfinishedLease extends Pick<Lease, 'id' | 'session' | 'hub'> {
  readonly standing: 'open' | 'voided'
  /** Of a voided one: devices that told what they hold of it, in the order in which they came [SY21]. */
  readonly told: readonly string[]
}

/** [SY20, SY21] The leases that did not come back, in the order in which they were given. */
export function unfinishedLeases(view: Lookups): { readonly leases: readonly UnfinishedLease[] } | Needs {
  const rows = openDraft(view)
  const leases = (rows.row('index', 'leases')?.ids ?? []).flatMap((id): readonly UnfinishedLease[] => {
    const lease = rows.row('lease', id)
    if (lease?.standing !== 'open' && lease?.standing !== 'voided') return []
    const { session, hub, standing } = lease
    return [{ id, session, hub, standing, told: rows.row('index', `told/${id}`)?.ids ?? [] }]
  })
  return rows.lacking().length > 0 ? { needs: rows.lacking() } : { leases }
}
