import type { SyncRole, SyncState } from '#shared/contract/syncAnswers.ts'

/**
 * Who holds this laptop: what he may not write is not offered to him, or it is said. Not a right: those are judged by
 * whoever orders, and by the host.
 */
export interface Holder {
  /** Null: nobody else shares the file, everything is written here. */
  readonly role: SyncRole | null
  /** The member whose sheets are filled here, and no other's; null where those of several are. */
  readonly memberId: string | null
  readonly writesDossiers: boolean
  /** The committee, its calls, its grids, its documents. */
  readonly keepsCommittee: boolean
}

/** @param viewer the member who holds the laptop, his own or a lent one. */
export function holderOf(viewer: { readonly memberId: string } | null, self: SyncState['self']): Holder {
  const role = viewer === null ? (self?.role ?? null) : 'member'
  const keepsCommittee = role === null || role === 'secretariat'
  return {
    role,
    memberId: viewer?.memberId ?? (keepsCommittee ? null : (self?.memberId ?? null)),
    writesDossiers: keepsCommittee || role === 'instructor',
    keepsCommittee,
  }
}
