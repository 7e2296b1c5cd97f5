import { useCallback, useState } from 'react'
import type { HostEvent } from '#shared/contract/contract.ts'
import {
  type BatchKind,
  type BatchReport,
  batchKinds,
  type DocumentBoard,
} from '#shared/domain/documents/documentBoard.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useHostEvents } from '../../../bridge/useHostEvents.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Select } from '../../../ui/Select.tsx'
import style from '../Screen.module.css'
import { batchWords, words } from '../words.ts'
import { batchCount } from './batchCount.ts'

/** All the letters, orders, agreements or reports of a session into one new folder; it can be stopped with nothing left. */
export function BatchDialog({
  board,
  isOpen,
  onClose,
}: {
  board: DocumentBoard
  isOpen: boolean
  onClose: () => void
}) {
  const [what, setWhat] = useState<BatchKind>('letters')
  const [format, setFormat] = useState<'pdf' | 'docx' | 'both'>('pdf')
  const [report, setReport] = useState<BatchReport | null>(null)
  const [progress, setProgress] = useState({ done: 0, total: 1 })
  const [isStopping, setStopping] = useState(false)
  const choosing = useAct('file.choose')
  const running = useAct('document.batch')
  const stopping = useAct('document.batch-cancel')
  useHostEvents(
    useCallback((event: HostEvent) => {
      if (event.kind === 'progress') setProgress(event)
    }, []),
  )
  const start = async () => {
    setReport(null)
    const suggestedName = words.suggestedFolder(batchWords[what], board.number ?? board.date)
    const chosen = await choosing.act({ purpose: 'folder', suggestedName })
    if (!chosen.ok || chosen.value.path === null) return
    setStopping(false)
    setProgress({ done: 0, total: Math.max(1, board.candidatures.length) })
    const done = await running.act({
      sessionId: board.sessionId,
      what,
      format,
      candidatureIds: null,
      folder: chosen.value.path,
    })
    setStopping(false)
    if (done.ok) setReport(done.value)
  }
  const isRunning = running.isActing
  const counts = batchCount(what, board.candidatures)
  return (
    <Dialog
      title={words.batchTitle}
      isOpen={isOpen}
      onClose={onClose}
      isHeld={isRunning}
      width="wide"
      footer={
        isRunning ? (
          <Button
            autoFocus
            isDisabled={isStopping}
            onPress={() => {
              setStopping(true)
              void stopping.act({})
            }}
          >
            {isStopping ? words.batchStopping : words.batchStop}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.close}</Button>
            <Button
              variant={report === null ? 'primary' : 'plain'}
              isDisabled={counts.ready === 0}
              onPress={() => void start()}
            >
              {words.batchStart}
            </Button>
          </>
        )
      }
    >
      <p className={style.hint}>{words.batchHint}</p>
      <Select
        label={words.batchWhat}
        value={what}
        options={batchKinds.map((value) => ({ value, label: batchWords[value] }))}
        onChange={(chosen) => {
          setWhat(chosen)
          setReport(null)
        }}
        isDisabled={isRunning}
      />
      {isRunning ? null : <p>{words.batchCount(counts.ready, counts.incomplete)}</p>}
      <Segments
        label={words.batchFormat}
        value={format}
        options={(['pdf', 'docx', 'both'] as const).map((value) => ({
          value,
          label: words.batchFormats[value],
        }))}
        onChange={setFormat}
        isDisabled={isRunning}
      />
      {isRunning ? (
        <Progress
          label={batchWords[what]}
          done={progress.done}
          total={progress.total}
          words={words.batchProgress(progress.done, progress.total)}
        />
      ) : null}
      <RefusalNotice refusal={choosing.refusal ?? running.refusal} />
      {report === null || isRunning ? null : <Report report={report} />}
    </Dialog>
  )
}

function Report({ report }: { report: BatchReport }) {
  return (
    <Notice tone={report.left.length === 0 ? 'favourable' : 'check'} isAlert>
      <p>{words.batchDone(report.written, report.folder)}</p>
      {report.merged === null ? null : <p>{words.batchMerged(report.merged)}</p>}
      <p>{words.batchMailMerge(report.mailMerge)}</p>
      {report.left.length === 0 ? null : (
        <>
          <p>{words.batchLeft}</p>
          <ul className={style.items}>
            {report.left.map(({ number, applicant, reason }) => (
              <li key={number}>
                {number}. {applicant} : {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
