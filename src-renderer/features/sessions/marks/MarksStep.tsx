import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { nowHere } from '../nowHere.ts'
import { focusOnNext } from '../room/useFocusOnNext.ts'
import { focusRow } from './focusRow.ts'
import { MarkComment } from './MarkComment.tsx'
import style from './MarksGrid.module.css'
import { type Complaint, MarksGrid } from './MarksGrid.tsx'
import { MarksHead } from './MarksHead.tsx'
import { marksSummary } from './marksSummary.ts'
import { ReopenSheet } from './ReopenSheet.tsx'
import { SheetActions } from './SheetActions.tsx'
import { useMarks } from './useMarks.ts'
import { useSheetOfAddress } from './useSheetOfAddress.ts'
import { WatchNotes } from './WatchNotes.tsx'
import { marksWords } from './words.ts'

export interface MarksStepProps {
  readonly sessionId: string
  readonly callId: string
  readonly itemId: string
  readonly candidatureId: string
  readonly isOpen: boolean
  readonly isDecided: boolean
  readonly hour: string
  /** Numbers of the candidatures of equal score, « 12, 14 », or empty. */
  readonly tiedWith: string
  readonly isNext: boolean
}

/** The marks of the point, keyed in the room: named or collegial, sealed or in clear, filed, revealed, discussed. */
export const MarksStep = memo(function MarksStep(props: MarksStepProps) {
  const { sessionId, itemId, candidatureId, isOpen, isNext } = props
  const marks = useMarks(sessionId, itemId)
  const pasting = useAct('session.paste-marks')
  const countersigning = useAct('sheet.countersign')
  const [complaint, setComplaint] = useState<Complaint | null>(null)
  const [commenting, setCommenting] = useState<{ evaluatorId: string; code: string } | null>(null)
  const [reopening, setReopening] = useState<string | null>(null)
  const { act: countersignAct } = countersigning
  const countersign = useCallback(
    (evaluatorId: string) => void countersignAct({ candidatureId, evaluatorId, on: nowHere().date }),
    [countersignAct, candidatureId],
  )
  const view = marks.read.value
  const place = useRef<HTMLDivElement>(null)
  const isAllFiled = view?.rows.every(({ status }) => status === 'filed') ?? false
  const isThere = view !== undefined
  // The marks are read after the room: the next thing to do may only appear now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves with what is to do, not at each mark.
  useEffect(() => {
    if (isNext) focusOnNext(place.current)
  }, [isNext, isThere, isAllFiled])
  useSheetOfAddress(view !== undefined, focusRow)
  if (view === undefined)
    return marks.read.refusal === null ? <Spinner /> : <RefusalNotice refusal={marks.read.refusal} />
  const summary = marksSummary(view, marks.keyed)
  const isReadOnly = !isOpen || props.isDecided
  const unfiled = view.rows.filter(({ status }) => status !== 'filed')
  const paste = async (text: string) => {
    const pasted = await pasting.act({ sessionId, itemId, text })
    if (pasted.ok) announce(marksWords.pasted(pasted.value.sheets, pasted.value.marks))
  }
  const rowOf = (evaluatorId: string) => view.rows.find((row) => row.evaluatorId === evaluatorId)
  return (
    <div className={style.step} ref={place}>
      <MarksHead view={view} tiedWith={props.tiedWith} />
      <RefusalNotice refusal={countersigning.refusal} />
      <PasteFaults refusal={pasting.refusal} onForget={pasting.forget} />
      <div {...(isNext && unfiled.length > 0 ? { 'data-next': true } : {})}>
        <MarksGrid
          view={view}
          marks={marks}
          summary={summary}
          isReadOnly={isReadOnly}
          onComplain={setComplaint}
          onComment={(evaluatorId, code) => setCommenting({ evaluatorId, code })}
          onPaste={(text) => void paste(text)}
          onCountersign={countersign}
          onLeave={leaveGrid}
        />
      </div>
      <div className={style.below}>
        {isReadOnly ? null : <p className={style.hint}>{marksWords.keys}</p>}
        {complaint === null ? null : (
          <Notice tone="reserved">
            {complaint.sentence}
            {complaint.filedSheetOf === null ? null : (
              <Button onPress={() => setReopening(complaint.filedSheetOf)}>{marksWords.reopenAction}</Button>
            )}
          </Notice>
        )}
        <FirstFault faults={marks.faults} />
        {commenting === null ? null : (
          <MarkComment
            key={`${commenting.evaluatorId}/${commenting.code}`}
            view={view}
            marks={marks}
            evaluatorId={commenting.evaluatorId}
            code={commenting.code}
            onDone={() => {
              setCommenting(null)
              focusCell(commenting.evaluatorId)
            }}
          />
        )}
        {summary.missingCount === 0 ? null : (
          <p className={style.owed}>
            ◐ {marksWords.missingMarks(summary.missingCount, counts(summary.missing))}
          </p>
        )}
        {summary.missingComments.length === 0 ? null : (
          <p className={style.owed}>◐ {marksWords.missingComments(counts(summary.missingComments))}</p>
        )}
        {isReadOnly ? null : (
          <SheetActions
            sessionId={sessionId}
            itemId={itemId}
            hour={props.hour}
            unfiled={unfiled.length}
            isSealed={view.sealed}
            isNext={isNext}
          />
        )}
        {view.sealed ? null : <WatchNotes callId={props.callId} candidatureId={candidatureId} />}
      </div>
      {reopening === null ? null : (
        <ReopenSheet
          candidatureId={candidatureId}
          evaluatorId={reopening}
          name={rowOf(reopening)?.name ?? ''}
          onClose={() => {
            setReopening(null)
            setComplaint(null)
          }}
        />
      )}
    </div>
  )
})

const counts = (list: readonly { readonly name: string; readonly count: number }[]): string =>
  list.map(({ name, count }) => marksWords.missingOf(name, count)).join(', ')

/** Back to the cell that was being commented: it kept its place in the tab order. */
function focusCell(evaluatorId: string) {
  const row = document.querySelector(`[data-row="${evaluatorId}"]`)
  row?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus()
}

/** The panel of the point takes the keys: a figure then leads to a step. */
function leaveGrid() {
  document.activeElement?.closest<HTMLElement>('article')?.focus()
}

function FirstFault({ faults }: { faults: ReturnType<typeof useMarks>['faults'] }) {
  const first = Object.values(faults)[0]
  return first === undefined ? null : <RefusalNotice refusal={first} />
}

/** What could not be read in a pasted table, cell by cell: nothing of it was taken. */
function PasteFaults({
  refusal,
  onForget,
}: {
  refusal: ReturnType<typeof useAct<'session.paste-marks'>>['refusal']
  onForget: () => void
}) {
  if (refusal === null) return null
  const faults = Object.values(refusal.details).find((detail) => Array.isArray(detail))
  if (faults === undefined || !Array.isArray(faults)) return <RefusalNotice refusal={refusal} />
  return (
    <Notice tone="unfavourable" isAlert>
      {marksWords.pasteFaults}
      <ul className={style.lines}>
        {faults.map((fault: string) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      <Button variant="quiet" onPress={onForget}>
        {marksWords.understood}
      </Button>
    </Notice>
  )
}
