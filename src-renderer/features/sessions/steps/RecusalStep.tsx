import { useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { nameOf, personName } from '../personName.ts'
import { words } from '../words.ts'
import { awaitedBack } from './awaitedBack.ts'
import { DeclareRecusal } from './DeclareRecusal.tsx'
import style from './ItemPanel.module.css'
import type { StepProps } from './step.ts'

/** Who must leave the room for this point, and come back after it. */
export function RecusalStep({ view, item, hour, recorded }: StepProps) {
  const { session, members } = view
  const moving = useAct('session.move')
  const [isDeclaring, setDeclaring] = useState(false)
  const isOpen = session.status === 'open'
  const awaited = isOpen ? awaitedBack(view, item) : []
  const { candidatureId } = item
  if (candidatureId === null && awaited.length === 0) return null
  const isDecided = recorded.outcome !== null
  const move = (memberId: string, kind: 'arrives' | 'leaves') =>
    void moving.act({ sessionId: session.id, memberId, kind, at: hour, itemId: item.itemId })
  return (
    <section className={style.step}>
      <div className={style.inline}>
        <h3>{words.recusals}</h3>
        {item.recusedIds.length === 0 ? <span className={style.hint}>{words.noRecusal}</span> : null}
        {isOpen && !isDecided && candidatureId !== null ? (
          <Button variant="quiet" onPress={() => setDeclaring(true)}>
            {words.declareRecusal}
          </Button>
        ) : null}
      </div>
      <RefusalNotice refusal={moving.refusal} />
      <ul className={style.lines}>
        {awaited.map((member) => (
          <li key={member.id} className={style.line}>
            <span>{words.recusalAwaited(personName(member))}</span>
            <span data-next>
              <Button variant="primary" onPress={() => move(member.id, 'arrives')}>
                {words.recusalReturn(personName(member))}
              </Button>
            </span>
          </li>
        ))}
        {item.recusedIds.map((memberId) => {
          const name = nameOf(members, memberId)
          const attendance = session.attendance[memberId]
          const departure = attendance?.movements.findLast(
            (movement) => movement.kind === 'leaves' && movement.itemId === item.itemId,
          )
          const mayReturn = departure !== undefined && !attendance?.inRoom
          return (
            <li key={memberId} className={style.line}>
              <span>
                {departure !== undefined
                  ? words.recusalLeft(name, departure.at)
                  : attendance?.inRoom
                    ? name
                    : words.recusalAway(name)}
              </span>
              {isOpen && attendance?.inRoom && !isDecided ? (
                <span data-next>
                  <Button variant="primary" onPress={() => move(memberId, 'leaves')}>
                    {words.recusalLeave(name)}
                  </Button>
                </span>
              ) : null}
              {isOpen && mayReturn ? (
                <Button onPress={() => move(memberId, 'arrives')}>{words.recusalReturn(name)}</Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {isDeclaring && candidatureId !== null ? (
        <DeclareRecusal
          candidatureId={candidatureId}
          members={members.filter((member) => member.inOffice && !item.recusedIds.includes(member.id))}
          onClose={() => setDeclaring(false)}
        />
      ) : null}
    </section>
  )
}
