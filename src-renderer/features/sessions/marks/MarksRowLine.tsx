import { memo } from 'react'
import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { Criterion } from '#shared/domain/grid/grid.ts'
import type { MarksRow } from '#shared/domain/session/marksGridView.ts'
import type { ShownCell } from './keyedMarks.ts'
import { MarkCell } from './MarkCell.tsx'
import style from './MarksGrid.module.css'
import { marksWords } from './words.ts'

export interface MarksRowLineProps {
  readonly row: MarksRow
  readonly rowPlace: number
  readonly criteria: readonly Criterion[]
  readonly cells: readonly ShownCell[]
  readonly isSealed: boolean
  /** Column of the active cell, or null when it is on another row. */
  readonly activeColumn: number | null
  readonly typed: string
  /** Codes of the cells that the host refused, joined. */
  readonly faults: string
  readonly onCountersign: (evaluatorId: string) => void
}

/** The sheet of one member on a line: marks, running total, where it stands, its code, whether it is countersigned. */
export const MarksRowLine = memo(
  function MarksRowLine(props: MarksRowLineProps) {
    const { row, rowPlace, criteria, cells, isSealed, activeColumn, typed, faults } = props
    const wrong = faults.split(' ')
    return (
      <tr data-row={row.evaluatorId} data-filed={row.status === 'filed'} data-away={!row.inRoom}>
        <th scope="row" className={style.name}>
          <span>{row.name}</span>
        </th>
        <td className={style.total}>
          {row.total === null ? (isSealed ? '•' : '–') : frenchDecimal(row.total)}
        </td>
        {criteria.map((criterion, column) => (
          <MarkCell
            key={criterion.code}
            criterion={criterion}
            name={row.name}
            shown={cells[column] ?? nothing}
            isSealed={isSealed}
            isActive={activeColumn === column}
            typed={activeColumn === column ? typed : ''}
            hasFault={wrong.includes(criterion.code)}
            place={`${rowPlace}/${column}`}
          />
        ))}
        <td className={style.sheet}>
          <span>{marksWords.status[row.status]}</span> <span className={style.code}>{row.code}</span>
        </td>
        <td className={style.signed}>
          {row.countersignedOn !== null ? (
            <span title={row.countersignedOn}>✓</span>
          ) : row.status === 'filed' ? (
            <input
              type="checkbox"
              className={style.box}
              checked={false}
              aria-label={marksWords.countersign(row.name)}
              onChange={() => props.onCountersign(row.evaluatorId)}
            />
          ) : null}
        </td>
      </tr>
    )
  },
  // The cells are made anew for each key: a row draws again only when one of its own changed.
  (before, after) =>
    before.row === after.row &&
    before.criteria === after.criteria &&
    before.isSealed === after.isSealed &&
    before.activeColumn === after.activeColumn &&
    before.typed === after.typed &&
    before.faults === after.faults &&
    before.cells.every((cell, column) => {
      const other = after.cells[column]
      return cell.mark === other?.mark && cell.isKeyed === other.isKeyed
    }),
)

const nothing: ShownCell = { mark: null, isKeyed: false }
