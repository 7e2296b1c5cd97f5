import { ok, type Result } from '#shared/kernel/result.ts'
import { leaveRoom } from '#shared/operations/replica/openReplica.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'

/**
 * [HS14] From now on this laptop writes under the centre, and takes its copy anew from it when the centre may say otherwise
 * than the room did: the lease was voided or set apart, the room was opened
 * without the centre, or its hub had a successor. Refuses as `SharedRows.write`.
 * @param room log of the room that is left
 */
export function backToCentre(
  { copy }: Pick<FileSharing, 'copy'>,
  room: string,
  centre: string,
  isVoided: boolean,
): Result<null> {
  const changes = leaveRoom(copy, room, centre, isVoided)
  const isHome = copy.row('followed', 'follow')?.log === centre
  return isHome && changes.length === 1 ? ok(null) : copy.write(changes)
}
