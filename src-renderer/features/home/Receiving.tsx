import { useCallback, useState } from 'react'
import type { HostEvent } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { useHostEvents } from '../../bridge/useHostEvents.ts'
import { Button } from '../../ui/Button.tsx'
import { formatCount } from '../../ui/formatCount.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { joinWords as words } from './joinWords.ts'
import style from './Screen.module.css'
import { words as homeWords } from './words.ts'

/** How far the first copy is; it may be stopped, and a copy that stopped goes on from where it was. */
export function Receiving({
  isReceiving,
  refusal,
  onBack,
  onAgain,
}: {
  isReceiving: boolean
  refusal: Refusal | null
  onBack: () => void
  onAgain: () => void
}) {
  const progress = useFirstCopy()
  const stop = useAct('sync.join-cancel')
  const [isStopped, setStopped] = useState(false)
  const interrupt = async () => {
    const stopped = await stop.act({})
    if (stopped.ok) setStopped(true)
  }
  const again = () => {
    setStopped(false)
    onAgain()
  }
  return (
    <div className={style.form}>
      <h1 className={style.title}>{words.receivingTitle}</h1>
      <p>{words.receivingWords}</p>
      {progress === null ? (
        isReceiving ? (
          <p role="status">{words.waiting}</p>
        ) : null
      ) : (
        <Progress
          label={words.progress}
          done={progress.done}
          total={progress.total}
          words={words.parts(formatCount(progress.done), formatCount(progress.total))}
        />
      )}
      {!isReceiving && isStopped ? (
        <Notice tone="info" isAlert>
          {words.stopped}
        </Notice>
      ) : (
        <RefusalNotice refusal={refusal ?? stop.refusal} />
      )}
      <div className={style.actions}>
        {isReceiving ? (
          <Button isDisabled={stop.isActing} onPress={() => void interrupt()}>
            {words.stop}
          </Button>
        ) : (
          <>
            <Button variant="quiet" onPress={onBack}>
              {homeWords.back}
            </Button>
            <Button variant="primary" onPress={again} autoFocus>
              {words.again}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** No file is open yet: the host tells how far its long work is. */
function useFirstCopy(): { readonly done: number; readonly total: number } | null {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  useHostEvents(
    useCallback((event: HostEvent) => {
      if (event.kind === 'progress') setProgress({ done: event.done, total: event.total })
    }, []),
  )
  return progress
}
