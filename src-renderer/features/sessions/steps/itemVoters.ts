import { voterIds } from '#shared/domain/committee/voterIds.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { ItemOutcome, Proxy } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'

export interface Voters {
  readonly ids: readonly string[]
  readonly proxies: readonly Proxy[]
}

type Sitting = Pick<SessionView, 'session' | 'committee' | 'members'>

/** Whose voices count on this item, as the room is now. */
export const itemVoters = (view: Sitting, item: Pick<SessionItemView, 'recusedIds'>): Voters =>
  voterIds({
    ...seats(view),
    presentIds: presentIds(view.session),
    recusedIds: item.recusedIds,
    proxies: view.session.proxies,
  })

/** Whose voices counted, the room being the one of the decision. */
export const outcomeVoters = (view: Sitting, outcome: ItemOutcome): Voters =>
  voterIds({
    ...seats(view),
    presentIds: outcome.presentIds,
    recusedIds: outcome.recused.map(({ memberId }) => memberId),
    proxies: outcome.proxies,
  })

/** The view already has its substitutes seated: to seat them twice would take their voice away. */
const seats = ({ committee, members }: Sitting) => ({
  members,
  proxiesPerHolder: committee.proxiesPerHolder,
})
