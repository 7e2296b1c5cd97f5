import { isHubLog } from '#shared/operations/lease/lease.ts'
import type { Witness } from '../meeting/witness.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'

/** [I6] What an author was once told of a commit is what stands, or an incident says so. */
export function toldBroken(
  witness: Witness,
  log: readonly LoggedCommit[],
  isHeld: (cid: string) => boolean,
  leaseOpen: boolean,
  isDestroyed: (address: string) => boolean,
  isSetBack: (address: string) => boolean,
): string | null {
  const final = new Map(
    log.filter(({ verdict }) => verdict !== 'deferred').map(({ cid, verdict }) => [cid, verdict]),
  )
  const putOff = new Set(log.flatMap(({ cid, verdict }) => (verdict === 'deferred' ? [cid] : [])))
  const shown = new Set(witness.incidents.map(({ cid }) => cid))
  const contradicted = witness.told.find(({ address, cid, verdict, log: by }) => {
    const stands = final.get(cid)
    // A centre that was restored has lost what no laptop of its author can offer again.
    const isLost = stands === undefined && witness.restored.has('centre') && !isHeld(cid)
    // It went down with the laptop that was told, hub of a room without a successor, before anybody else had it.
    if (stands === undefined && isDestroyed(address) && !isHeld(cid)) return false
    // A hub that was alone lost what it had ordered, and what it had told itself, with the newer image of its disk.
    if (stands === undefined && isHubLog(by) && isSetBack(address) && !isHeld(cid)) return false
    // Nobody is left whom a room said it to, but the laptops that heard it, whose run is the one that stands.
    if (stands !== undefined && isHubLog(by) && isDestroyed(address)) return false
    // A room that is not back yet: the centre has put it off.
    if (stands === undefined && leaseOpen && putOff.has(cid)) return false
    return verdict !== 'deferred' && stands !== verdict && !shown.has(cid) && !isLost
  })
  if (contradicted === undefined) return null
  const { address, cid, verdict, log: by } = contradicted
  return `${address} was told ${verdict} of ${cid} by ${by}, and it is ${final.get(cid) ?? 'unknown'} at the centre`
}
