import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkProxy } from '../committee/checkProxy.ts'
import { presentIds } from './presentIds.ts'
import type { Room } from './room.ts'
import type { Proxy, Session } from './session.ts'

/** [SE4] Records a written proxy. Refusals: `session.closed` and those of `checkProxy`. */
export function giveProxy(
  session: Session,
  proxy: Proxy,
  room: Pick<Room, 'members' | 'proxiesPerHolder'>,
): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  const checked = checkProxy(session.proxies, proxy, {
    members: room.members,
    presentIds: presentIds(session),
    proxiesPerHolder: room.proxiesPerHolder,
  })
  if (!checked.ok) return checked
  const { giverId, holderId, date, signed } = proxy
  return ok({ ...session, proxies: [...session.proxies, { giverId, holderId, date, signed }] })
}
