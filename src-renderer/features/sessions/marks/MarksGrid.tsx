import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Criterion, Mark } from '#shared/domain/grid/grid.ts'
import type { MarksGridView } from '#shared/domain/session/marksGridView.ts'
import { announce } from '../../../ui/announce.ts'
import { type KeyIntent, readMarkKey, readTyped } from '../../../ui/readMarkKey.ts'
import { type CellPlace, cellAfterKey, cellAfterMark } from './cellAfterKey.ts'
import { cellKey, cellOf } from './keyedMarks.ts'
import style from './MarksGrid.module.css'
import { MarksRowLine } from './MarksRowLine.tsx'
import type { MarksSummary } from './marksSummary.ts'
import type { MarksAtWork } from './useMarks.ts'
import { marksWords } from './words.ts'

export interface MarksGridProps {
  readonly view: MarksGridView
  readonly marks: MarksAtWork
  readonly summary: MarksSummary
  readonly isReadOnly: boolean
  /** Says what was not taken; with the filed sheet that should first be opened again, when that is why. */
  readonly onComplain: (complaint: Complaint | null) => void
  readonly onComment: (evaluatorId: string, code: string) => void
  readonly onPaste: (text: string) => void
  readonly onCountersign: (evaluatorId: string) => void
  /** Escape gives the keys back to the steps of the point. */
  readonly onLeave: () => void
}

export interface Complaint {
  readonly sentence: string
  readonly filedSheetOf: string | null
}

const pauseBeforeTakenMs = 700

/** Members down, criteria across: a digit marks and goes on, arrows walk, and nothing else of the room draws again. */
export function MarksGrid(props: MarksGridProps) {
  const { view, marks, summary, isReadOnly, onComplain } = props
  const { rows, sealed } = view
  const criteria = useRef<readonly Criterion[]>([])
  if (!isSameGrid(criteria.current, view)) criteria.current = criteriaOf(view.grid)
  const columns = criteria.current
  const size = { rows: rows.length, columns: columns.length }
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<CellPlace>({ row: firstOpen(view), column: 0 })
  const [typed, setTyped] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const focusOn = (place: CellPlace) => {
    table.current?.querySelector<HTMLElement>(`[data-cell="${place.row}/${place.column}"]`)?.focus()
  }
  const forgetTyped = () => {
    clearTimeout(timer.current)
    setTyped('')
  }
  const complain = (sentence: string, filedSheetOf: string | null = null) => {
    onComplain({ sentence, filedSheetOf })
    announce(sentence)
  }
  const mayMark = (place: CellPlace): boolean => {
    const row = rows[place.row]
    if (row === undefined || isReadOnly) return false
    if (row.status !== 'filed') return true
    complain(marksWords.filedSheet(row.name), row.evaluatorId)
    return false
  }
  const give = (place: CellPlace, mark: Given | null) => {
    const row = rows[place.row]
    const criterion = columns[place.column]
    if (row === undefined || criterion === undefined || !mayMark(place)) return
    forgetTyped()
    onComplain(null)
    const shown = cellOf(row, criterion.code, marks.keyed, sealed).mark
    const comment = (shown ?? marks.givenHere(row.evaluatorId, criterion.code))?.comment ?? ''
    if (mark?.kind === 'not-applicable' && !criterion.notApplicableAllowed) {
      complain(marksWords.notApplicableRefused(criterion.label))
      return
    }
    marks.give(row.evaluatorId, criterion.code, mark === null ? null : { ...mark, comment })
    if (mark !== null) focusOn(cellAfterMark(place, size, (next) => rows[next]?.status !== 'filed'))
  }
  const carryOut = (intent: KeyIntent, place: CellPlace) => {
    const row = rows[place.row]
    const criterion = columns[place.column]
    if (row === undefined || criterion === undefined) return
    switch (intent.kind) {
      case 'mark':
        return give(place, { kind: 'value', hundredths: intent.hundredths })
      case 'not-applicable':
        return give(place, { kind: 'not-applicable' })
      case 'clear':
        return give(place, null)
      case 'typing': {
        if (!mayMark(place)) return
        clearTimeout(timer.current)
        setTyped(intent.text)
        timer.current = setTimeout(
          () => carryOut(readTyped(criterion.scale.kind, intent.text), place),
          pauseBeforeTakenMs,
        )
        return
      }
      case 'off-scale':
        forgetTyped()
        return complain(marksWords.offScale(intent.text))
      case 'cancel':
        return forgetTyped()
      case 'comment':
        return props.onComment(row.evaluatorId, criterion.code)
      case 'next-criterion':
        return focusOn(cellAfterMark(place, size, () => true))
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const place = placeOf(event.target)
    const criterion = place === null ? undefined : columns[place.column]
    if (place === null || criterion === undefined) return
    if (event.key === 'Escape' && typed === '') {
      event.preventDefault()
      return props.onLeave()
    }
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey
    const target = isPlain ? cellAfterKey(event.key, place, size) : null
    if (target !== null) {
      event.preventDefault()
      if (typed !== '') carryOut(readTyped(criterion.scale.kind, typed), place)
      return focusOn(target)
    }
    const intent = isPlain ? readMarkKey(event.nativeEvent, criterion.scale.kind, typed) : null
    if (intent === null || intent.kind === 'recusal') return
    event.preventDefault()
    carryOut(intent, place)
  }
  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target)
    if (place === null || (place.row === active.row && place.column === active.column)) return
    forgetTyped()
    setActive(place)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (placeOf(event.target) === null || isReadOnly) return
    event.preventDefault()
    props.onPaste(event.clipboardData.getData('text/plain'))
  }
  const told = columns[active.column]
  return (
    <>
      <div className={style.frame}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid that the keyboard walks, drawn as the table it is.
          role="grid"
          className={style.grid}
          aria-label={view.collegial ? marksWords.collegial : marksWords.grid(rows.length)}
          aria-readonly={isReadOnly}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              <th scope="col" className={style.name}>
                {marksWords.member}
              </th>
              <th scope="col" className={style.total}>
                {marksWords.total}
              </th>
              {columns.map((criterion) => (
                <th
                  key={criterion.code}
                  scope="col"
                  title={`${criterion.label} (${criterion.informative ? marksWords.informative : marksWords.weight(criterion.weight)})`}
                >
                  <abbr className={style.short} title={criterion.label}>
                    {criterion.code}
                  </abbr>
                </th>
              ))}
              <th scope="col">{marksWords.state}</th>
              <th scope="col">{marksWords.countersigned}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <MarksRowLine
                key={row.evaluatorId}
                row={row}
                rowPlace={place}
                criteria={columns}
                cells={columns.map(({ code }) => cellOf(row, code, marks.keyed, sealed))}
                isSealed={sealed}
                activeColumn={active.row === place ? active.column : null}
                typed={active.row === place ? typed : ''}
                faults={columns
                  .filter(({ code }) => cellKey(row.evaluatorId, code) in marks.faults)
                  .map(({ code }) => code)
                  .join(' ')}
                onCountersign={props.onCountersign}
              />
            ))}
          </tbody>
          {view.collegial || sealed ? null : (
            <tfoot>
              <tr>
                <th scope="row" className={style.name}>
                  {marksWords.mean}
                </th>
                <td className={style.total}>{view.total === null ? '' : frenchDecimal(view.total)}</td>
                {columns.map(({ code }) => (
                  <td key={code} className={style.mean}>
                    {summary.means[code] ?? ''}
                  </td>
                ))}
                <td colSpan={2} />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {told === undefined ? null : <p className={style.hint}>{marksWords.criterion(told)}</p>}
    </>
  )
}

type Given =
  | { readonly kind: 'value'; readonly hundredths: number }
  | { readonly kind: Extract<Mark['kind'], 'not-applicable'> }

/** Where the event happened, when it did on a cell. */
function placeOf(target: EventTarget): CellPlace | null {
  const cell = target instanceof HTMLElement ? target.dataset.cell : undefined
  const [row, column] = (cell ?? '').split('/').map(Number)
  return cell === undefined || row === undefined || column === undefined ? null : { row, column }
}

const firstOpen = ({ rows }: MarksGridView): number =>
  Math.max(
    0,
    rows.findIndex(({ status }) => status !== 'filed'),
  )

/** A grid is read again with each mark and never changes meanwhile: its columns stay the same objects. */
const isSameGrid = (columns: readonly Criterion[], { grid }: MarksGridView): boolean => {
  const read = criteriaOf(grid)
  return read.length === columns.length && read.every((criterion, place) => criterion === columns[place])
}
