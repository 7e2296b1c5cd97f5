import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { HubRoom } from './hub/HubRoom.tsx'
import { InsideRoom } from './inside/InsideRoom.tsx'
import { WhenIsolated } from './isolated/WhenIsolated.tsx'
import { JoinRoom } from './join/JoinRoom.tsx'
import { OpenRoom } from './open/OpenRoom.tsx'
import style from './Room.module.css'
import { words } from './words.ts'

/** The room: opened here, joined, or neither yet. The address holds the side and the session one comes from. */
export function Screen() {
  useTitle(words.title)
  const sync = useRead('sync.state', {})
  return (
    <Reading read={sync}>{(state) => (state.room === null ? <NoRoom sync={state} /> : <Room />)}</Reading>
  )
}

function Room() {
  const read = useRead('room.state', {})
  return (
    <Reading read={read}>
      {(room) => (room === null ? null : room.isHub ? <HubRoom room={room} /> : <InsideRoom room={room} />)}
    </Reading>
  )
}

interface RoomAddress {
  readonly view?: string
  readonly session?: string
}

function NoRoom({ sync }: { sync: SyncState }) {
  const address = useSearch({ strict: false }) as RoomAddress
  const navigate = useNavigate()
  const mayOpen = sync.self === null || sync.self.role === 'secretariat' || sync.self.role === 'chair'
  const sides = [
    ...(mayOpen
      ? [
          {
            id: 'ouvrir',
            label: words.openTab,
            content: <OpenRoom sync={sync} sessionId={address.session ?? null} />,
          },
        ]
      : []),
    { id: 'rejoindre', label: words.joinTab, content: <JoinRoom /> },
    { id: 'isoles', label: words.isolatedTab, content: <WhenIsolated addresses={[]} /> },
  ]
  const selected = sides.find(({ id }) => id === address.view)?.id ?? sides[0]?.id ?? 'rejoindre'
  return (
    <Page title={words.title}>
      <div className={style.side}>
        <Tabs
          label={words.sides}
          selected={selected}
          onChange={(view) => void navigate({ to: '/salle', search: { ...address, view }, replace: true })}
          tabs={sides}
        />
      </div>
    </Page>
  )
}
