import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Session } from './session.ts'

/** [SE4] A proxy is revocable at any time (L2121-20). Items already decided keep it. Refusals: `session.closed`, `proxy.missing`. */
export function withdrawProxy(session: Session, act: { readonly giverId: string }): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (!session.proxies.some((proxy) => proxy.giverId === act.giverId)) {
    return refuse('proxy.missing', { giverId: act.giverId })
  }
  return ok({ ...session, proxies: session.proxies.filter((proxy) => proxy.giverId !== act.giverId) })
}
