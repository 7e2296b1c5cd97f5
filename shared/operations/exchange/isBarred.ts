import type { Draft } from '../authority/draft.ts'
import type { AdmittedPeer } from './authorityExchange.ts'

/**
 * [EX7] Whether a device that was admitted must not be told anything more: it was revoked, or is not of this user (any more).
 * A forked one still reads what became of it.
 */
export function isBarred(rows: Pick<Draft, 'row'>, { user, device }: AdmittedPeer): boolean {
  const row = rows.row('device', device)
  return row === null || row.user !== user || row.standing === 'retired' || row.standing === 'compromised'
}
