import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Session } from './session.ts'

/**
 * [SE4] The signed paper of a proxy was seen, or was not after all. Items already decided keep what was known then.
 * Refusals: `session.closed`, `proxy.missing`.
 */
export function signProxy(
  session: Session,
  act: { readonly giverId: string; readonly signed: boolean },
): Result<Session> {
  const { giverId, signed } = act
  if (session.status === 'closed') return refuse('session.closed')
  if (!session.proxies.some((proxy) => proxy.giverId === giverId)) return refuse('proxy.missing', { giverId })
  const proxies = session.proxies.map((proxy) => (proxy.giverId === giverId ? { ...proxy, signed } : proxy))
  return ok({ ...session, proxies })
}
