import { useState } from 'react'
import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useSync } from '../../../sharing/useSync.ts'
import { Button } from '../../../ui/Button.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import style from '../Room.module.css'
import { RoomPeople } from '../RoomPeople.tsx'
import { words } from '../words.ts'
import { TakeOver } from './TakeOver.tsx'

/** The room as who joined it sees it: what changes, who is there, the way out; and the succession when its laptop is lost. */
export function InsideRoom({ room }: { room: RoomState }) {
  const { act, isActing, refusal } = useAct('room.leave')
  const role = useSync()?.self?.role
  // A member's own laptop has the places of a member.
  const isOfMember = role === 'member' || role === 'guest'
  const [isTaking, setTaking] = useState(false)
  return (
    <Page
      title={words.title}
      actions={
        <>
          <Button isDisabled={isActing} onPress={() => void act({})}>
            {words.leave}
          </Button>
          <LinkButton
            variant={room.mayTakeOver ? 'plain' : 'primary'}
            to={isOfMember ? '/notes' : `/seances/${room.sessionId}`}
          >
            {isOfMember ? words.goToMarks : words.goToSession}
          </LinkButton>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      {room.mayTakeOver ? (
        <Notice tone="reserved" isAlert>
          <strong>{words.takeOverTitle}</strong>
          <p>{words.takeOverWords}</p>
          <Button variant="primary" onPress={() => setTaking(true)}>
            {words.takeOver}
          </Button>
        </Notice>
      ) : null}
      <div className={style.sections}>
        <section className={style.section}>
          <h2>{words.inside(room.hubName)}</h2>
          <p>{words.insideWords}</p>
          <p className={style.hint}>{words.leaveWords}</p>
        </section>
        <RoomPeople room={room} />
      </div>
      {isTaking ? <TakeOver onClose={() => setTaking(false)} /> : null}
    </Page>
  )
}
