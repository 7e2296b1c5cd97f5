import type { UnfinishedRoom } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { words as syncWords } from '../words.ts'
import { sessionInWords, standingInWords } from './roomInWords.ts'
import { words } from './words.ts'

/** Who told what, before the order is made again: what comes afterwards is judged after everything else. */
export function Rebuild({
  room,
  onDone,
  onClose,
}: {
  room: UnfinishedRoom
  onDone: () => void
  onClose: () => void
}) {
  const { act, isActing, refusal } = useAct('room.rebuild')
  const rebuild = async () => {
    const rebuilt = await act({ lease: room.lease })
    if (!rebuilt.ok) return
    onDone()
    onClose()
  }
  return (
    <Dialog
      title={words.rebuildTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{syncWords.back}</Button>
          <Button variant="danger" isDisabled={isActing} onPress={() => void rebuild()}>
            {words.rebuildAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <p>
        <strong>{sessionInWords(room)}</strong>
      </p>
      <p>{standingInWords(room)}</p>
      <p>{words.waitForAll}</p>
      <p>{words.rebuildWords}</p>
    </Dialog>
  )
}
