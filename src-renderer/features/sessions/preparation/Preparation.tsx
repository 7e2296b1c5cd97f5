import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { Convocation } from './Convocation.tsx'
import { DiscussionOrder } from './DiscussionOrder.tsx'
import { ItemSettings } from './ItemSettings.tsx'
import { Opening } from './Opening.tsx'

/** Before the session: the point chosen on the agenda, what the convocation says, the order of discussion, then the opening. */
export function Preparation({
  view,
  item,
  hour,
  onOpened,
}: {
  view: SessionView
  item: SessionItemView | undefined
  hour: string
  onOpened: () => void
}) {
  return (
    <>
      {item === undefined ? null : <ItemSettings key={item.itemId} view={view} item={item} />}
      <Convocation view={view} />
      <DiscussionOrder view={view} />
      <Opening view={view} hour={hour} onOpened={onOpened} />
    </>
  )
}
