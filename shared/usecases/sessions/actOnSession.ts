import type { Result } from '#shared/kernel/result.ts'
import { entityOf, type OperationData, type OperationKind } from '#shared/operations/operation.ts'
import type { UseCaseContext } from '../ports.ts'
import { type SessionPlace, sessionPlace } from './roomOf.ts'

export type SessionInput<T> = { readonly sessionId: string } & T

type Pair<K extends OperationKind> = { [Kind in K]: readonly [Kind, OperationData[Kind]] }[K]
/** The one operation that records an act, or the domain's refusal. */
export type Deed = Result<Pair<Extract<OperationKind, `session.${string}`>>>

/**
 * One act on a session, in one transaction: `deed` asks the domain first, on the session as the transaction sees it; the
 * operation that it answers is appended ([UC5]). Refusals: the domain's, and those of `sessionPlace`.
 */
export function actOnSession(
  context: UseCaseContext,
  sessionId: string,
  label: string,
  deed: (place: SessionPlace) => Deed,
  undoable = true,
): Result<null> {
  return context.file.transact({ actor: context.actor, label, undoable }, (transaction) => {
    const place = sessionPlace(transaction, sessionId)
    if (!place.ok) return place
    const done = deed(place.value)
    if (!done.ok) return done
    const [kind, data] = done.value
    return transaction.emit(kind, entityOf('session', sessionId), data)
  })
}
