import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import style from './DataGrid.module.css'
import { GridHeader } from './GridHeader.tsx'
import { rowAfterKey } from './rowAfterKey.ts'
import { useRowHeightPx } from './useRowHeightPx.ts'
import { windowWith } from './windowWith.ts'

export interface GridColumn<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** CSS grid track: « 4rem », « minmax(8rem, 2fr) ». */
  readonly track: string
  readonly align?: 'start' | 'end'
  readonly isSortable?: boolean
}

export interface DataGridProps<Row> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly hiddenColumns?: ReadonlySet<string>
  /** Names the list: another name (another search, another order) starts again from the top. */
  readonly listKey: string
  /** How many rows there are in all, read or not. */
  readonly total: number
  /** The row at this place, undefined while it has not been read. */
  readonly rowAt: (index: number) => Row | undefined
  /** Places now in sight, so that their rows be read. */
  readonly onWindow: (first: number, last: number) => void
  readonly sort: { readonly key: string; readonly isDescending: boolean }
  readonly onSort: (key: string) => void
  /** Place of the active row; -1 for none. */
  readonly active: number
  readonly onActive: (index: number) => void
  /** Enter or double click. */
  readonly onOpen: (index: number) => void
  /** Space. */
  readonly onPeek?: (index: number) => void
}

const features = tableFeatures({ columnVisibilityFeature })
interface Slot<Row> {
  readonly index: number
  readonly row: Row | undefined
}

/**
 * A table as long as one likes: only the rows in sight exist. Focus stays on the grid itself and the active row is named by
 * `aria-activedescendant`, so that nothing is lost when a row leaves the sight.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, hiddenColumns, total, rowAt, onWindow, active, onActive, onOpen, onPeek } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeightPx = useRowHeightPx()
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 10,
    rangeExtractor: (range) => windowWith(range, active),
  })
  useEffect(() => {
    if (rowHeightPx > 0) virtualizer.measure()
  }, [rowHeightPx, virtualizer])

  // Coming back to a list: its active row is in sight and the keys are its own again.
  const isFilled = total > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list first has rows.
  useEffect(() => {
    if (!isFilled || active < 0) return
    virtualizer.scrollToIndex(active, { align: 'center' })
    scroller.current?.focus({ preventScroll: true })
  }, [isFilled])

  const shownList = useRef(props.listKey)
  useEffect(() => {
    if (shownList.current === props.listKey) return
    shownList.current = props.listKey
    virtualizer.scrollToOffset(0)
  }, [props.listKey, virtualizer])

  const items = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onWindow(first, last), [onWindow, first, last])

  const slots = items.map(({ index }): Slot<Row> => ({ index, row: rowAt(index) }))
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Slot<Row>>()
    return helper.columns(columns.map((column) => helper.display({ id: column.key, header: column.header })))
  }, [columns])
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ key }) => [key, !(hiddenColumns?.has(key) ?? false)])),
    [columns, hiddenColumns],
  )
  const table = useTable({ features, columns: definitions, data: slots, state: { columnVisibility } })
  const shown = table
    .getVisibleLeafColumns()
    .flatMap(({ id: key }) => columns.find((column) => column.key === key) ?? [])
  const template = { gridTemplateColumns: shown.map(({ track }) => track).join(' ') }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || total === 0) return
    const target = rowAfterKey(event.key, active, total, Math.max(1, last - first - 1))
    if (target !== null) {
      onActive(target)
      virtualizer.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === 'Enter' && active >= 0) onOpen(active)
    else if (event.key === ' ') onPeek?.(Math.max(active, 0))
    else return
    event.preventDefault()
  }

  const activeIsDrawn = items.some(({ index }) => index === active)
  return (
    <div className={style.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a <table> cannot hold rows that are placed by hand. */}
      <div
        ref={scroller}
        className={style.grid}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={shown.length}
        onKeyDown={onKeyDown}
        {...(activeIsDrawn ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      >
        <GridHeader columns={shown} template={template} sort={props.sort} onSort={props.onSort} />
        {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
        <div role="rowgroup" className={style.rows} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item, position) => {
            const row = slots[position]?.row
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above.
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row.
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the grid.
              <div
                key={item.key}
                id={`${id}-${item.index}`}
                role="row"
                className={style.row}
                aria-rowindex={item.index + 2}
                aria-selected={item.index === active}
                style={{ ...template, height: item.size, transform: `translateY(${item.start}px)` }}
                onClick={() => onActive(item.index)}
                onDoubleClick={() => onOpen(item.index)}
              >
                {shown.map((column) => (
                  // biome-ignore lint/a11y/useSemanticElements: see above.
                  // biome-ignore lint/a11y/useFocusableInteractive: see above.
                  <div
                    key={column.key}
                    role="gridcell"
                    className={`${style.cell} ${column.align === 'end' ? style.end : ''}`}
                  >
                    {row === undefined ? <span className={style.awaited} /> : column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
