import { Fragment, type KeyboardEvent } from 'react'
import type { RankingView } from '#shared/domain/ranking/rankingView.ts'
import { formatAmount } from '../../ui/formatAmount.ts'
import { groupRows, tiePlace } from './groupRows.ts'
import { RankingRow } from './RankingRow.tsx'
import style from './RankingTable.module.css'
import { rangeOfTotals } from './rangeOfTotals.ts'
import { groupWords, words } from './words.ts'

export interface RankingTableProps {
  readonly view: RankingView
  readonly opened: string | null
  readonly isComparing: boolean
  /** The explanation is open beside: what it repeats leaves the table. */
  readonly isNarrow: boolean
  readonly onPoint: (candidatureId: string | null) => void
  readonly onOpen: (candidatureId: string) => void
}

/** The rows in rank order, cut where the money ends. ↑ and ↓ go from row to row, Enter explains one. */
export function RankingTable({ view, opened, isComparing, isNarrow, onPoint, onOpen }: RankingTableProps) {
  const range = rangeOfTotals(view.rows)
  const groups = groupRows(view.rows)
  const columns = 6 + (isNarrow ? 0 : 2) + (isComparing ? 1 : 0)
  const positions = new Map(
    (view.orderWithoutAbsentMarkers ?? []).map((number, index) => [number, index + 1]),
  )
  return (
    <table className={style.table} onKeyDown={goAlongRows} onMouseLeave={() => onPoint(null)}>
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col" className={style.end}>
            {words.rank}
          </th>
          {isComparing ? (
            <th scope="col" className={style.end}>
              {words.positionWithout}
            </th>
          ) : null}
          <th scope="col" className={style.end}>
            {words.number}
          </th>
          <th scope="col">{words.applicant}</th>
          {isNarrow ? null : <th scope="col">{words.marks(range)}</th>}
          <th scope="col" className={style.end}>
            {words.score}
          </th>
          <th scope="col" className={style.end}>
            {words.requested}
          </th>
          <th scope="col" className={style.end}>
            {words.proposed}
          </th>
          {isNarrow ? null : <th scope="col">{words.signs}</th>}
        </tr>
      </thead>
      {groups.map(({ group, rows, proposedCents }) => (
        <tbody key={group} data-group={group}>
          <tr className={style.band} data-cut={group === 'waiting' || group === 'not-selected'}>
            <th scope="rowgroup" colSpan={columns}>
              {groupWords[group]}
              <span className={style.count}>
                {rows.length}
                {proposedCents > 0 ? ` · ${formatAmount(proposedCents)}` : ''}
              </span>
            </th>
          </tr>
          {rows.map((row, index) => (
            <Fragment key={row.candidatureId}>
              <RankingRow
                row={row}
                tie={tiePlace(rows, index)}
                isOpened={row.candidatureId === opened}
                isNarrow={isNarrow}
                range={range}
                position={isComparing ? (positions.get(row.number) ?? null) : undefined}
                onPoint={() => onPoint(row.candidatureId)}
                onOpen={() => onOpen(row.candidatureId)}
              />
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function goAlongRows(event: KeyboardEvent<HTMLTableElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
