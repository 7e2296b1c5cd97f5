import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { Button } from '../../../ui/Button.tsx'
import { spokenAddress } from '../spokenAddress.ts'
import { words } from '../words.ts'
import style from './Door.module.css'
import { QrPicture } from './QrPicture.tsx'

/** The code and the QR, read from the back of the room; Escape or the button goes back. */
export function Poster({
  room,
  door,
  onClose,
}: {
  room: RoomState
  door: NonNullable<RoomState['door']>
  onClose: () => void
}) {
  const [best] = room.addresses
  return (
    <ModalOverlay
      isOpen
      className={style.posterVeil ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={style.posterSheet ?? ''}>
        <Dialog className={style.poster ?? ''}>
          <div className={style.posterFacts}>
            <Heading slot="title" className={style.posterTitle ?? ''}>
              {words.joinTab}
            </Heading>
            <div>
              <p className={style.posterName}>{words.codeIs}</p>
              <p className={style.posterCode}>{door.code}</p>
            </div>
            {best === undefined ? null : (
              <div>
                <p className={style.posterName}>{words.addressIs}</p>
                <p className={style.posterAddress}>{spokenAddress(best.address, room.port)}</p>
              </div>
            )}
            <p className={style.posterName}>{words.howToEnter}</p>
            <Button onPress={onClose} autoFocus shortcut="Escape">
              {words.hideLarge}
            </Button>
          </div>
          <QrPicture rows={door.qr} label={words.qr} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
