import type { RoomReturn } from '#shared/contract/syncAnswers.ts'
import { bringBack, offerUnordered, relayCarried, tellHeld } from '#shared/operations/exchange/roomErrands.ts'
import { isOpeningRefused } from '#shared/operations/lease/isOpeningRefused.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import { bringToCentre } from '../attachments/bringToCentre.ts'
import { roomBlobs } from '../attachments/roomBlobs.ts'
import { centreOf } from '../centre/centrePlace.ts'
import { hubStore } from './hubStore.ts'
import { bringOwedRuns } from './owedRuns.ts'
import { forgetRoom, noteEnded, placeOf, type RoomDesk } from './roomDesk.ts'
import type { RoomPlace } from './roomPlace.ts'
import { settleRoomsLeft } from './settleRoomsLeft.ts'
import { prepareSuccession } from './succession.ts'

/** Gives the centre what the hub carries for it, and the bytes that go with it. */
export async function carry(desk: RoomDesk): Promise<void> {
  const { file, host, centre } = desk.settings
  const line = centre()
  if (desk.hub === null || line === null) return
  const { rows } = desk.hub
  const before = desk.carried
  desk.carried = (await relayCarried(line, hubStore(rows), before)) ?? before
  if (desk.carried > before) await bringToCentre(line, roomBlobs(file, rows, host.ports))
}

/** [SY20] The whole log and every commit that came; returning twice is harmless. `kept`: the centre does not have it yet. */
export function giveBack(desk: RoomDesk, kept: RoomPlace): Promise<RoomReturn> {
  desk.returning ??= giveBackOnce(desk, kept).finally(() => {
    desk.returning = null
  })
  return desk.returning
}

async function giveBackOnce(desk: RoomDesk, { lease }: RoomPlace): Promise<RoomReturn> {
  const { file, host, centre } = desk.settings
  const { sharing } = file
  const line = centre()
  const key = sharing.device()
  const rows = sharing.hubs.rows(lease.id)
  if (line === null || key === null || rows === null) return 'kept'
  const signer = nodeSigner(key.privateKey)
  const answered = await bringBack(line, hubStore(rows), lease.id, signer, host.ports.clock.nowMs())
  // There is no such room for the centre, and never will be: its verdict says so in « à régulariser ».
  const isRefused = !answered.ok && answered.why === 'unknown' && isOpeningRefused(sharing.copy, lease.id)
  if (isRefused && (await offerUnordered(line, hubStore(rows)))) {
    await forgetRoom(desk, lease.id, true)
    line.sealed()
    return 'returned'
  }
  if (!answered.ok || !(await bringToCentre(line, roomBlobs(file, rows, host.ports)))) return 'kept'
  const { standing } = answered.value
  const isApart = standing === 'set-apart'
  // Kept whole at the centre, and in nobody's copy: somebody must look at it [SY22].
  if (isApart) sharing.noteIncident({ of: 'second-lease', lease: lease.id })
  await forgetRoom(desk, lease.id, lease.emergency || standing !== 'returned')
  line.sealed()
  return isApart ? 'set-apart' : 'returned'
}

/** The centre is reached: what was kept goes back, what is over is left. */
export async function centreReached(desk: RoomDesk): Promise<void> {
  const { file, host, centre } = desk.settings
  const { sharing } = file
  const kept = placeOf(desk)
  const [home, reached] = [centreOf(sharing), centre()]
  if (home !== null && reached !== null)
    await settleRoomsLeft(sharing, { log: home.log, line: reached }, kept?.lease.id ?? null)
  if (reached !== null) await bringOwedRuns(sharing, reached, host.ports.clock.nowMs())
  if (kept === null) return
  if (kept.isHub && kept.standing === 'returning') await giveBack(desk, kept)
  else await lookAtLease(desk, kept)
  const after = placeOf(desk)
  const line = centre()
  if (after !== null && !after.isHub && line !== null && !after.lease.emergency)
    await prepareSuccession(file, after.lease, line, null)
  await carry(desk)
}

async function lookAtLease(desk: RoomDesk, kept: RoomPlace): Promise<void> {
  const line = desk.settings.centre()
  const answered = await line?.ask('leases', { known: [kept.lease.id] })
  const lease = answered?.ok ? answered.value.leases.find(({ id }) => id === kept.lease.id) : undefined
  if (line === null || lease === undefined || lease.standing === 'open') return
  if (lease.standing === 'voided' && lease.endedG === null) {
    // The centre rebuilds the order from what each laptop holds of it [SY21].
    await tellHeld(line, desk.settings.file.sharing.copy, kept.lease.id)
    return
  }
  // A successor brought the room back: what this hub ordered beside it goes there too, and is told if it differs.
  if (kept.isHub) await giveBack(desk, kept)
  else {
    // It was away when the room was closed.
    noteEnded(desk, kept)
    await forgetRoom(desk, kept.lease.id, lease.emergency || lease.standing !== 'returned')
    await bringOwedRuns(desk.settings.file.sharing, line, desk.settings.host.ports.clock.nowMs())
  }
}
