import { useCallback, useState } from 'react'
import type { ImportOutcome } from '#shared/contract/answers.ts'
import type { HostEvent, InputOf } from '#shared/contract/contract.ts'
import type { ImportPreview } from '#shared/domain/dossier/importPreview.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { useHostEvents } from '../../bridge/useHostEvents.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Tag } from '../../ui/Tag.tsx'
import style from './Import.module.css'
import { SkippedList } from './SkippedList.tsx'
import { words } from './words.ts'

export interface RunImportProps {
  readonly request: InputOf<'import.run'>
  readonly preview: ImportPreview
  readonly onDone: (outcome: ImportOutcome) => void
}

type ProgressEvent = Extract<HostEvent, { readonly kind: 'progress' }>

const notStarted = { label: words.starting, done: 0, total: 1 }

/** The figures of the dry run and the button that does it; then progress, which can be interrupted with nothing half done. */
export function RunImport({ request, preview, onDone }: RunImportProps) {
  const run = useAct('import.run')
  const cancel = useAct('import.cancel')
  const [progress, setProgress] = useState<Pick<ProgressEvent, 'label' | 'done' | 'total'>>(notStarted)
  const [isCancelling, setCancelling] = useState(false)
  useHostEvents(
    useCallback((event: HostEvent) => {
      if (event.kind === 'progress') setProgress(event)
    }, []),
  )
  const start = async () => {
    setCancelling(false)
    setProgress(notStarted)
    const outcome = await run.act(request)
    setCancelling(false)
    if (outcome.ok) onDone(outcome.value)
  }
  if (run.isActing) {
    return (
      <div className={style.progress}>
        <Progress
          label={progress.label}
          done={progress.done}
          total={progress.total}
          words={words.running(progress.done, progress.total)}
        />
        <Button
          isDisabled={isCancelling}
          onPress={() => {
            setCancelling(true)
            void cancel.act({})
          }}
        >
          {isCancelling ? words.cancelling : words.cancel}
        </Button>
      </div>
    )
  }
  return (
    <>
      <RefusalNotice refusal={run.refusal} />
      {preview.toImport === 0 ? (
        <Notice tone="reserved">{words.nothing}</Notice>
      ) : (
        <div className={style.summary}>
          <strong>{words.found(preview.toImport)}</strong>
          {preview.toCheck === 0 ? null : <Tag tone="check">{words.toCheck(preview.toCheck)}</Tag>}
          {preview.errors.length === 0 ? null : (
            <Tag tone="unfavourable">{words.errors(preview.errors.length)}</Tag>
          )}
          <span className={style.hint}>{words.encoding(preview.encoding, preview.delimiter)}</span>
          <span className={style.spring} />
          <Button variant="primary" onPress={() => void start()}>
            {words.run(preview.toImport)}
          </Button>
        </div>
      )}
      <SkippedList skipped={preview.skipped} />
    </>
  )
}
