import { memo, useState } from 'react'
import type { Recusal } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { nameOf, personName } from '../personName.ts'
import { words } from '../words.ts'
import { AssessRecusal } from './AssessRecusal.tsx'
import { awaitedBack } from './awaitedBack.ts'
import { DeclareRecusal } from './DeclareRecusal.tsx'
import style from './ItemPanel.module.css'
import type { NextAction } from './nextAction.ts'
import { StepSection } from './StepSection.tsx'
import type { StepProps } from './step.ts'
import { stepWords } from './words.ts'

/** Who must leave the room for this point and come back after it; declared, then confirmed or set aside by the chair. */
export const RecusalStep = memo(function RecusalStep({
  view,
  item,
  hour,
  recorded,
  next,
}: StepProps & { next: NextAction | null }) {
  const { session, members } = view
  const moving = useAct('session.move')
  const [isDeclaring, setDeclaring] = useState(false)
  const [assessed, setAssessed] = useState<Recusal | null>(null)
  const isOpen = session.status === 'open'
  const awaited = isOpen ? awaitedBack(view, item) : []
  const { candidatureId } = item
  if (candidatureId === null && awaited.length === 0) return null
  const isDecided = recorded.outcome !== null
  const recusals =
    candidatureId === null ? [] : view.recusals.filter((recusal) => recusal.candidatureId === candidatureId)
  const known = new Map(recusals.map((recusal) => [recusal.memberId, recusal]))
  const listed = [...new Set([...item.recusedIds, ...known.keys()])]
  const move = (memberId: string, kind: 'arrives' | 'leaves') =>
    void moving.act({ sessionId: session.id, memberId, kind, at: hour, itemId: item.itemId })
  return (
    <StepSection
      id="recusals"
      beside={
        <>
          {listed.length === 0 ? <span className={style.hint}>{words.noRecusal}</span> : null}
          {isOpen && !isDecided && candidatureId !== null ? (
            <Button variant="quiet" onPress={() => setDeclaring(true)}>
              {words.declareRecusal}
            </Button>
          ) : null}
        </>
      }
    >
      <RefusalNotice refusal={moving.refusal} />
      {awaited.length + listed.length === 0 ? null : (
        <ul className={style.lines}>
          {awaited.map((member) => (
            <li key={`back/${member.id}`} className={style.line}>
              <span>{words.recusalAwaited(personName(member))}</span>
              <span {...(next === 'return' ? { 'data-next': true } : {})}>
                <Button
                  variant={next === 'return' ? 'primary' : 'plain'}
                  onPress={() => move(member.id, 'arrives')}
                >
                  {words.recusalReturn(personName(member))}
                </Button>
              </span>
            </li>
          ))}
          {listed.map((memberId) => {
            const name = nameOf(members, memberId)
            const attendance = session.attendance[memberId]
            const recusal = known.get(memberId)
            const isInForce = item.recusedIds.includes(memberId)
            const departure = attendance?.movements.findLast(
              (movement) => movement.kind === 'leaves' && movement.itemId === item.itemId,
            )
            const mayReturn = departure !== undefined && !attendance?.inRoom
            return (
              <li key={memberId} className={style.line}>
                <span className={style.recused}>
                  <span>
                    {departure !== undefined
                      ? words.recusalLeft(name, departure.at)
                      : attendance?.inRoom || !isInForce
                        ? name
                        : words.recusalAway(name)}
                  </span>
                  {recusal === undefined ? null : (
                    <Tag tone={statusWords[recusal.status].tone}>{statusWords[recusal.status].label}</Tag>
                  )}
                </span>
                <span className={style.gestures}>
                  {isOpen && !isDecided && recusal !== undefined ? (
                    <Button
                      variant="quiet"
                      label={`${stepWords.assess} : ${name}`}
                      onPress={() => setAssessed(recusal)}
                    >
                      {recusal.status === 'to-assess' ? stepWords.assess : stepWords.reassess}
                    </Button>
                  ) : null}
                  {isOpen && isInForce && attendance?.inRoom && !isDecided ? (
                    <span {...(next === 'leave' ? { 'data-next': true } : {})}>
                      <Button
                        variant={next === 'leave' ? 'primary' : 'plain'}
                        onPress={() => move(memberId, 'leaves')}
                      >
                        {words.recusalLeave(name)}
                      </Button>
                    </span>
                  ) : null}
                  {isOpen && mayReturn ? (
                    <Button onPress={() => move(memberId, 'arrives')}>{words.recusalReturn(name)}</Button>
                  ) : null}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {isDeclaring && candidatureId !== null ? (
        <DeclareRecusal
          candidatureId={candidatureId}
          date={session.date}
          members={members.filter((member) => member.inOffice && !item.recusedIds.includes(member.id))}
          onClose={() => setDeclaring(false)}
        />
      ) : null}
      {assessed === null ? null : (
        <AssessRecusal
          recusal={assessed}
          date={session.date}
          name={nameOf(members, assessed.memberId)}
          onClose={() => setAssessed(null)}
        />
      )}
    </StepSection>
  )
})

const statusWords: Readonly<Record<Recusal['status'], { label: string; tone: Tone | 'neutral' }>> = {
  'to-assess': { label: stepWords.toAssess, tone: 'check' },
  confirmed: { label: stepWords.confirmed, tone: 'neutral' },
  'set-aside': { label: stepWords.setAside, tone: 'neutral' },
}
