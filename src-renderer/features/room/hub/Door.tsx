import { useState } from 'react'
import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Room.module.css'
import { spokenAddress } from '../spokenAddress.ts'
import { words } from '../words.ts'
import doorStyle from './Door.module.css'
import { Poster } from './Poster.tsx'
import { QrPicture } from './QrPicture.tsx'

/** The code, the address, the QR; shown large on demand; renewed, or closed. */
export function Door({ room }: { room: RoomState }) {
  const [isLarge, setLarge] = useState(false)
  const renew = useAct('room.renew-code')
  const closing = useAct('room.close-door')
  const { door, addresses } = room
  if (door === null) return null
  const isOpen = door.state === 'open'
  const [best, ...others] = addresses
  return (
    <section className={style.section}>
      <h2>{doorNames[door.state]}</h2>
      {door.state === 'locked' ? (
        <Notice tone="unfavourable" isAlert>
          {words.doorLockedWords(door.wrongCodes)}
        </Notice>
      ) : null}
      {door.state === 'closed' ? <Notice tone="reserved">{words.doorClosedWords}</Notice> : null}
      {best === undefined ? <Notice tone="reserved">{words.noAddress}</Notice> : null}
      {isOpen ? (
        <>
          <div className={doorStyle.door}>
            <dl className={doorStyle.facts}>
              <div>
                <dt className={doorStyle.name}>{words.codeIs}</dt>
                <dd className={doorStyle.code}>{door.code}</dd>
              </div>
              {best === undefined ? null : (
                <div>
                  <dt className={doorStyle.name}>{words.addressIs}</dt>
                  <dd className={doorStyle.address}>{spokenAddress(best.address, room.port)}</dd>
                  <dd className={doorStyle.others}>{words.kind[best.kind]}</dd>
                </div>
              )}
              {others.length === 0 ? null : (
                <div>
                  <dt className={doorStyle.name}>{words.otherAddresses}</dt>
                  {others.map(({ address, kind }) => (
                    <dd key={address} className={doorStyle.others}>
                      {spokenAddress(address, room.port)} · {words.kind[kind]}
                    </dd>
                  ))}
                </div>
              )}
            </dl>
            <div className={doorStyle.frame}>
              <QrPicture rows={door.qr} label={words.qr} />
            </div>
          </div>
          <p className={style.hint}>{words.howToEnter}</p>
        </>
      ) : null}
      <RefusalNotice refusal={renew.refusal ?? closing.refusal} />
      <div className={style.buttons}>
        {isOpen ? (
          <Button variant="primary" onPress={() => setLarge(true)}>
            {words.showLarge}
          </Button>
        ) : null}
        <Button
          variant={isOpen ? 'plain' : 'primary'}
          isDisabled={renew.isActing}
          onPress={() => void renew.act({})}
        >
          {isOpen ? words.renew : words.reopenDoor}
        </Button>
        {isOpen ? (
          <Button variant="quiet" isDisabled={closing.isActing} onPress={() => void closing.act({})}>
            {words.closeDoor}
          </Button>
        ) : null}
      </div>
      {isLarge && isOpen ? <Poster room={room} door={door} onClose={() => setLarge(false)} /> : null}
    </section>
  )
}

const doorNames = { open: words.doorOpen, closed: words.doorClosed, locked: words.doorLocked } as const
