import { useState } from 'react'
import type { SyncState, UnfinishedRoom } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Sync.module.css'
import { GiveUp } from './GiveUp.tsx'
import { Rebuild } from './Rebuild.tsx'
import { sessionInWords, standingInWords } from './roomInWords.ts'
import unfinishedStyle from './Unfinished.module.css'
import { words } from './words.ts'

/**
 * The rooms that the server still waits for, and the way out of one whose laptop is lost; nothing when there is none. Out of
 * reach of the server nothing is said: the state beside it says that.
 */
export function UnfinishedRooms({ sync }: { sync: SyncState }) {
  const read = useRead('room.unfinished', {}, { isEnabled: sync.connection !== 'stopped' })
  const [asked, setAsked] = useState<{ readonly what: 'give-up' | 'rebuild'; readonly lease: string } | null>(
    null,
  )
  const [isRebuilt, setRebuilt] = useState(false)
  const rooms = read.value?.rooms ?? []
  const refusal = sync.follows === 'centre' && sync.connection === 'connected' ? read.refusal : null
  if (rooms.length === 0 && refusal === null && !isRebuilt) return null
  const room = rooms.find(({ lease }) => lease === asked?.lease)
  const close = () => setAsked(null)
  return (
    <section className={style.section}>
      <h2>{words.title}</h2>
      <RefusalNotice refusal={refusal} />
      {isRebuilt ? <Rebuilt /> : null}
      {rooms.length === 0 ? null : <p className={style.hint}>{words.lead}</p>}
      <ul>
        {rooms.map((each) => (
          <Room
            key={each.lease}
            room={each}
            onGiveUp={() => setAsked({ what: 'give-up', lease: each.lease })}
            onRebuild={() => setAsked({ what: 'rebuild', lease: each.lease })}
            onLookAgain={read.again}
          />
        ))}
      </ul>
      {room !== undefined && asked?.what === 'give-up' ? (
        <GiveUp room={room} onDone={read.again} onClose={close} />
      ) : null}
      {room !== undefined && asked?.what === 'rebuild' ? (
        <Rebuild
          room={room}
          onDone={() => {
            setRebuilt(true)
            read.again()
          }}
          onClose={close}
        />
      ) : null}
    </section>
  )
}

function Room({
  room,
  onGiveUp,
  onRebuild,
  onLookAgain,
}: {
  room: UnfinishedRoom
  onGiveUp: () => void
  onRebuild: () => void
  onLookAgain: () => void
}) {
  const name = sessionInWords(room)
  return (
    <li className={unfinishedStyle.room}>
      <p>
        <strong>{name}</strong>
      </p>
      <p aria-live="polite">{standingInWords(room)}</p>
      {room.standing === 'voided' ? (
        <>
          <p className={style.hint}>{words.waitForAll}</p>
          <div className={style.buttons}>
            <Button onPress={onLookAgain}>{words.again}</Button>
            <Button label={words.rebuildLabel(name)} onPress={onRebuild}>
              {words.rebuild}
            </Button>
          </div>
        </>
      ) : (
        <div className={style.buttons}>
          {room.isOwnHub ? (
            <LinkButton to="/salle">{words.seeRoom}</LinkButton>
          ) : (
            <Button variant="quiet" label={words.giveUpLabel(name)} onPress={onGiveUp}>
              {words.giveUp}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function Rebuilt() {
  return (
    <Notice tone="favourable" isAlert>
      <p>{words.rebuilt}</p>
      <div className={style.buttons}>
        <LinkButton to="/envoyer" search={{ view: 'ecarts' }}>
          {words.seeIncidents}
        </LinkButton>
        <LinkButton to="/envoyer" search={{ view: 'regulariser' }}>
          {words.seeRegularise}
        </LinkButton>
      </div>
    </Notice>
  )
}
