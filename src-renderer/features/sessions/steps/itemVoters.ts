import { voterIds } from '#shared/domain/committee/voterIds.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { Proxy } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'

/** Whose voices count on this item, as the room is now. */
export const itemVoters = (
  view: SessionView,
  item: Pick<SessionItemView, 'recusedIds'>,
): { readonly ids: readonly string[]; readonly proxies: readonly Proxy[] } =>
  voterIds({
    type: view.committee.instanceType,
    members: view.members,
    presentIds: presentIds(view.session),
    recusedIds: item.recusedIds,
    proxies: view.session.proxies,
  })
