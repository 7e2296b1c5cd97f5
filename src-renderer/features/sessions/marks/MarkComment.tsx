import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { MarksGridView } from '#shared/domain/session/marksGridView.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { cellOf } from './keyedMarks.ts'
import type { MarksAtWork } from './useMarks.ts'
import { marksWords } from './words.ts'

/** The comment of one mark, under the grid; Enter or Escape goes back to the cell. */
export function MarkComment({
  view,
  marks,
  evaluatorId,
  code,
  onDone,
}: {
  view: MarksGridView
  marks: MarksAtWork
  evaluatorId: string
  code: string
  onDone: () => void
}) {
  const row = view.rows.find((each) => each.evaluatorId === evaluatorId)
  const criterion = criteriaOf(view.grid).find((each) => each.code === code)
  if (row === undefined || criterion === undefined) return null
  const shown = cellOf(row, code, marks.keyed, view.sealed)
  const mark = shown.mark ?? marks.givenHere(evaluatorId, code)
  if (mark === null) {
    return <Notice tone="reserved">{shown.isKeyed ? marksWords.sealedComment : marksWords.markFirst}</Notice>
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and Enter leave the field inside.
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        if (event.target instanceof HTMLElement) event.target.blur()
        onDone()
      }}
    >
      <TextField
        label={marksWords.comment(row.name, criterion.label)}
        value={mark.comment}
        autoFocus
        onCommit={(comment) => marks.give(evaluatorId, code, { ...mark, comment })}
      />
    </div>
  )
}
