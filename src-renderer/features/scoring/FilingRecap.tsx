import { useState } from 'react'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { missingComments } from './missingComments.ts'
import style from './SheetScreen.module.css'
import { totalWords, words } from './words.ts'

/** What is missing, before a sheet is sealed. */
export function FilingRecap({
  view,
  onClose,
  onFile,
}: {
  view: SheetView
  onClose: () => void
  onFile: () => Promise<void>
}) {
  const [isFiling, setFiling] = useState(false)
  const unmarked = criteriaOf(view.grid).filter(({ code }) => view.sheet.marks[code] === undefined)
  const unexplained = missingComments(view)
  const isComplete = unmarked.length === 0 && unexplained.length === 0
  const isBlocked = unexplained.length > 0 || Object.keys(view.sheet.marks).length === 0
  return (
    <Dialog
      title={words.recapTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus={isBlocked}>
            {words.goBack}
          </Button>
          <Button
            variant="primary"
            autoFocus={!isBlocked}
            isDisabled={isBlocked || isFiling}
            onPress={() => {
              setFiling(true)
              void onFile()
            }}
          >
            {words.file}
          </Button>
        </>
      }
    >
      <p className={style.recapTotal}>
        {words.total} : <strong>{totalWords(view.total)}</strong> {words.outOfHundred}
      </p>
      {isComplete ? <Notice tone="favourable">{words.recapReady}</Notice> : null}
      {unmarked.length === 0 ? null : (
        <Notice tone="reserved">
          <strong>{words.recapMissingMarks}</strong>
          <Names names={unmarked.map(({ label }) => label)} />
          {words.recapMissingMarksHint}
        </Notice>
      )}
      {unexplained.length === 0 ? null : (
        <Notice tone="unfavourable">
          <strong>{words.recapMissingComments}</strong>
          <Names names={unexplained.map(({ label }) => label)} />
        </Notice>
      )}
      <p className={style.quiet}>{words.recapAfter}</p>
    </Dialog>
  )
}

const Names = ({ names }: { names: readonly string[] }) => (
  <ul className={style.names}>
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
)
