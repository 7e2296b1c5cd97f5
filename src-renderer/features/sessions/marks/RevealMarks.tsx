import { useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import { marksWords } from './words.ts'

/** Sealed marks all appear at once, and cannot be hidden again: a word to type. */
export function RevealMarks({
  sessionId,
  itemId,
  hour,
  missing,
  isReady,
}: {
  sessionId: string
  itemId: string
  hour: string
  /** Sheets not filed. */
  missing: number
  isReady: boolean
}) {
  const { act, refusal, isActing } = useAct('session.reveal')
  const [isConfirming, setConfirming] = useState(false)
  const reveal = async () => {
    await act({ sessionId, itemId, at: hour })
    setConfirming(false)
  }
  return (
    <>
      <Button variant={isReady ? 'primary' : 'plain'} onPress={() => setConfirming(true)}>
        {marksWords.reveal}
      </Button>
      <RefusalNotice refusal={refusal} />
      <TypedConfirm
        title={marksWords.reveal}
        word={marksWords.revealWord}
        action={marksWords.reveal}
        isOpen={isConfirming}
        isActing={isActing}
        onClose={() => setConfirming(false)}
        onConfirm={() => void reveal()}
      >
        <p>{marksWords.revealWarning}</p>
        {missing === 0 ? null : <p>{marksWords.revealMissing(missing)}</p>}
      </TypedConfirm>
    </>
  )
}
