import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import style from '../SessionRoom.module.css'
import { useAgenda } from '../useAgenda.ts'
import { words } from './words.ts'

/** Proposes, with the exits spared; the secretary follows it or not, and still moves points by hand. */
export function DiscussionOrder({ view }: { view: SessionView }) {
  const { session } = view
  const order = useRead('session.discussion-order', { sessionId: session.id })
  const agenda = useAgenda(session)
  if (order.value === undefined || order.value.exitsNow === 0) return null
  const { itemIds, exitsNow, exitsProposed, exact } = order.value
  const isFollowed = exitsNow === exitsProposed
  const follow = () => {
    const known = new Map(session.agenda.map((item) => [item.id, item]))
    agenda.write(itemIds.flatMap((id) => known.get(id) ?? []))
    announce(words.saves(exitsNow, exitsProposed))
  }
  return (
    <section className={style.section}>
      <h2>{words.order}</h2>
      <p className={style.hint}>{words.orderHint}</p>
      <RefusalNotice refusal={agenda.refusal} />
      <p>
        {words.saves(exitsNow, exitsProposed)}{' '}
        <span className={style.hint}>{exact ? words.exact : words.good}</span>
      </p>
      {isFollowed ? null : (
        <span>
          <Button onPress={follow}>{words.apply}</Button>
        </span>
      )}
    </section>
  )
}
