import { memo } from 'react'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Criterion } from '#shared/domain/grid/grid.ts'
import { needsComment } from '#shared/domain/grid/needsComment.ts'
import type { ShownCell } from './keyedMarks.ts'
import style from './MarksGrid.module.css'
import { marksWords } from './words.ts'

/** One mark: its figure, a dot while sealed, what is being typed, and whether a comment goes with it or is owed. */
export const MarkCell = memo(function MarkCell({
  criterion,
  name,
  shown,
  isSealed,
  isActive,
  typed,
  hasFault,
  place,
}: {
  criterion: Criterion
  name: string
  shown: ShownCell
  isSealed: boolean
  isActive: boolean
  /** What is typed on a two-digit scale and not taken yet. */
  typed: string
  hasFault: boolean
  /** « row/column », by which the grid finds it. */
  place: string
}) {
  const { mark, isKeyed } = shown
  const owesComment = mark !== null && needsComment(criterion, mark)
  const text = typed !== '' ? typed : mark !== null ? shortMark(criterion, mark) : isKeyed ? '•' : ''
  const words = [
    marksWords.cell(name, criterion.label),
    typed !== ''
      ? typed
      : mark !== null
        ? displayMark(criterion.scale, mark)
        : isKeyed && isSealed
          ? marksWords.sealedCell
          : marksWords.notMarked,
    ...(owesComment ? [marksWords.commentMissing] : mark?.comment ? [marksWords.withComment] : []),
  ].join(', ')
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell that the keyboard walks, in a real table.
      role="gridcell"
      className={style.cell}
      tabIndex={isActive ? 0 : -1}
      aria-label={words}
      data-cell={place}
      data-typed={typed !== ''}
      data-fault={hasFault}
      data-owes={owesComment}
    >
      {text}
      {mark?.comment ? <span className={style.commented} aria-hidden="true" /> : null}
    </td>
  )
})

const shortMark = (criterion: Criterion, mark: NonNullable<ShownCell['mark']>): string =>
  mark.kind === 'not-applicable' ? 's.o.' : displayMark(criterion.scale, mark)
