import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { words } from '../words.ts'

/** The laptop of the room is lost: this one goes on, once somebody made sure of it. */
export function TakeOver({ onClose }: { onClose: () => void }) {
  const { act, isActing, refusal } = useAct('room.take-over')
  const take = async () => {
    const taken = await act({})
    if (taken.ok) onClose()
  }
  return (
    <Dialog
      title={words.takeOverConfirm}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.back}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void take()}>
            {words.takeOverConfirm}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <p>{words.takeOverWords}</p>
      <p>{words.takeOverNext}</p>
    </Dialog>
  )
}
