import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatInstant } from '../../../ui/formatDate.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { WhenIsolated } from '../isolated/WhenIsolated.tsx'
import style from '../Room.module.css'
import { RoomPeople } from '../RoomPeople.tsx'
import { words } from '../words.ts'
import { CloseRoom } from './CloseRoom.tsx'
import { Door } from './Door.tsx'
import { Guests } from './Guests.tsx'

/** The screen of who holds the room: how to come in, who is there, the guests, and the end of it. */
export function HubRoom({ room }: { room: RoomState }) {
  const { view } = useSearch({ strict: false }) as { view?: string }
  const navigate = useNavigate()
  const [isClosing, setClosing] = useState(false)
  const isOpen = room.standing === 'open'
  const sides = [
    {
      id: 'entrer',
      label: words.people,
      content: (
        <div className={style.sections}>
          <Door room={room} />
          <RoomPeople room={room} />
        </div>
      ),
    },
    { id: 'invites', label: words.guests, content: <Guests room={room} /> },
    { id: 'isoles', label: words.isolatedTab, content: <WhenIsolated addresses={room.addresses} /> },
  ]
  return (
    <Page
      title={words.title}
      summary={<Standing room={room} />}
      actions={
        isOpen ? (
          <>
            <LinkButton to={`/seances/${room.sessionId}`}>{words.goToSession}</LinkButton>
            <Button onPress={() => setClosing(true)}>{words.close}</Button>
          </>
        ) : null
      }
    >
      {isOpen ? <Ending lease={room.lease} /> : null}
      {isOpen ? (
        <div className={style.side}>
          <Tabs
            label={words.title}
            selected={sides.find(({ id }) => id === view)?.id ?? 'entrer'}
            onChange={(chosen) => void navigate({ to: '/salle', search: { view: chosen }, replace: true })}
            tabs={sides}
          />
        </div>
      ) : (
        <Notice tone={room.standing === 'returning' ? 'info' : 'reserved'}>
          {room.standing === 'returning' ? words.returning : words.keptStanding}
        </Notice>
      )}
      {isClosing ? <CloseRoom room={room} onClose={() => setClosing(false)} /> : null}
    </Page>
  )
}

/** Said once the time is nearly over, and as long as the room is open after it. */
function Ending({ lease: { ends, to } }: Pick<RoomState, 'lease'>) {
  if (ends === 'later') return null
  const moment = formatInstant(to)
  return <Notice tone="reserved">{ends === 'soon' ? words.endsSoon(moment) : words.endsPast(moment)}</Notice>
}

function Standing({ room }: { room: RoomState }) {
  const { lease } = room
  return (
    <>
      {lease.isEmergency ? <Tag tone="reserved">{words.emergencyTag}</Tag> : null}{' '}
      {words.until(formatInstant(lease.to))}
    </>
  )
}
