import { isInForce, type Member, type Recusal } from '../committee/committee.ts'
import { ofName } from '../documents/typography.ts'
import { memberName } from './memberName.ts'
import type { ItemOutcome, Session } from './session.ts'

/**
 * [SE45] A recusal is recorded whenever it is declared. On a point that was decided with that member in the room, or with
 * a proxy he gave or carried, the decision is to be withdrawn and taken again: one French sentence for each such point,
 * for the list of the closing.
 */
export function recusalAfterDecision(
  session: Session,
  recusal: Pick<Recusal, 'candidatureId' | 'memberId' | 'status'>,
  members: readonly Member[],
): readonly { readonly itemId: string; readonly sentence: string }[] {
  if (!isInForce(recusal)) return []
  const member = members.find(({ id }) => id === recusal.memberId)
  return session.agenda.flatMap(({ id, candidatureId, outcome }, index) =>
    candidatureId === recusal.candidatureId && outcome !== null && tookPart(outcome, recusal.memberId)
      ? [
          {
            itemId: id,
            sentence: `le point n° ${index + 1} a été décidé avant le déport ${ofName(member ? memberName(member) : 'un membre')} : retirez la décision et décidez de nouveau`,
          },
        ]
      : [],
  )
}

/** In the room without having withdrawn, or heard through a proxy given or carried. A deferral settles nothing. */
export const tookPart = ({ opinion, presentIds, recused, proxies }: ItemOutcome, memberId: string): boolean =>
  opinion !== 'deferred' &&
  ((presentIds.includes(memberId) && !recused.some((withdrawn) => withdrawn.memberId === memberId)) ||
    proxies.some(({ giverId, holderId }) => giverId === memberId || holderId === memberId))
