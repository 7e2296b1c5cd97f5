import type { Witness } from '../meeting/witness.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'

/** [I6] What an author was once told of a commit is what stands, or an incident says so. */
export function toldBroken(
  witness: Witness,
  log: readonly LoggedCommit[],
  isHeld: (cid: string) => boolean,
): string | null {
  const final = new Map(
    log.filter(({ verdict }) => verdict !== 'deferred').map(({ cid, verdict }) => [cid, verdict]),
  )
  const shown = new Set(witness.incidents.map(({ cid }) => cid))
  const contradicted = witness.told.find(({ cid, verdict }) => {
    const stands = final.get(cid)
    // A centre that was restored has lost what no laptop of its author can offer again.
    const isLost = stands === undefined && witness.restored.has('centre') && !isHeld(cid)
    return verdict !== 'deferred' && stands !== verdict && !shown.has(cid) && !isLost
  })
  if (contradicted === undefined) return null
  const { address, cid, verdict, log: by } = contradicted
  return `${address} was told ${verdict} of ${cid} by ${by}, and it is ${final.get(cid) ?? 'unknown'} at the centre`
}
