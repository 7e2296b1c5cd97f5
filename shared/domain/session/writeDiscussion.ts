import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Session } from './session.ts'

/** [SE6] General remarks, outside any item. Refusal: `session.closed`. */
export const writeDiscussion = (session: Session, act: { readonly text: string }): Result<Session> =>
  session.status === 'closed' ? refuse('session.closed') : ok({ ...session, discussion: act.text })
