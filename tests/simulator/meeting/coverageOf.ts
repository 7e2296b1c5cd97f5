import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { type Lease, leaseLog } from '#shared/operations/lease/lease.ts'
import type { Shown } from '../kernel/machine.ts'
import type { World } from '../kernel/world.ts'
import type { Message } from '../nodes/message.ts'
import { readCommit } from '../oracles/loggedCommit.ts'
import type { Act } from './act.ts'
import { centre } from './cast.ts'

/** The cell that something seen hits: kind of operation × verdict × path for an entry, else the word itself. */
export function coverageOf(
  { word, about }: Shown,
  world: World<Message, Act>,
  address: string,
): string | null {
  if (word !== 'authority entry') return word === 'sealed' || word === 'verdict' ? null : word
  const { entry } = about as Extract<AuthorityOutput, { kind: 'entry' }>
  const name = address === centre ? centre : `hub:${entry.log}`
  const record = world.hosts.get(address)?.disk.get(`${name}:commit|${entry.cid}`) as
    | { readonly commit: { readonly header: Uint8Array; readonly body: Uint8Array } }
    | undefined
  if (record === undefined) return null
  /** Of a lease that was voided the order was rebuilt from what the laptops held [SY21]. */
  const pathOfRoom = (log: string): 'returned' | 'rebuilt' => {
    const lease = world.hosts.get(centre)?.disk.get(`${centre}:lease|${log.slice(leaseLog('').length)}`)
    return (lease as Lease | undefined)?.standing === 'voided' ? 'rebuilt' : 'returned'
  }
  const kind = readCommit(record.commit).operations?.[0]?.kind ?? 'erased'
  const path = address === centre ? (entry.via === null ? 'direct' : pathOfRoom(entry.via)) : 'hub'
  return `${kind} × ${entry.verdict}${entry.code === '' ? '' : `/${entry.code}`} × ${path}`
}
