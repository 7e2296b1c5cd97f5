import type { RegulariseLine } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { words as syncWords } from '../words.ts'
import { words } from './words.ts'

/** Says what letting go means, then lets go. */
export function LetGo({ line, onClose }: { line: RegulariseLine; onClose: () => void }) {
  const { act, isActing, refusal } = useAct('sync.let-go')
  const isChoice = line.differences.length > 0
  const letGo = async () => {
    const left = await act({ cid: line.cid })
    if (!left.ok) return
    announce(words.left(line.label))
    onClose()
  }
  return (
    <Dialog
      title={isChoice ? words.keepTheirs : words.letGoTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{syncWords.back}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void letGo()}>
            {isChoice ? words.keepTheirs : words.letGo}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <p>
        <strong>{line.label}</strong>
      </p>
      <p>{words.letGoWords}</p>
      <p>{words.letGoSafe}</p>
    </Dialog>
  )
}
