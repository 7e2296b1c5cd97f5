import { ArrowDown, ArrowUp } from 'lucide-react'
import style from './DataGrid.module.css'
import type { GridColumn } from './DataGrid.tsx'

export interface GridHeaderProps {
  readonly columns: readonly Pick<GridColumn<never>, 'key' | 'header' | 'align' | 'isSortable'>[]
  readonly template: { readonly gridTemplateColumns: string }
  readonly sort: { readonly key: string; readonly isDescending: boolean }
  readonly onSort: (key: string) => void
}

/** The names of the columns; those that sort are buttons. */
export function GridHeader({ columns, template, sort, onSort }: GridHeaderProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot hold rows that are placed by hand.
    <div role="rowgroup" className={style.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: focus goes to the buttons inside. */}
      <div role="row" aria-rowindex={1} className={style.headRow} style={template}>
        {columns.map((column) => {
          const isSorted = column.key === sort.key
          const Arrow = sort.isDescending ? ArrowDown : ArrowUp
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above.
            // biome-ignore lint/a11y/useFocusableInteractive: see above.
            <div
              key={column.key}
              role="columnheader"
              className={`${style.headCell} ${column.align === 'end' ? style.end : ''}`}
              {...(isSorted ? { 'aria-sort': sort.isDescending ? 'descending' : 'ascending' } : {})}
            >
              {column.isSortable ? (
                <button type="button" className={style.sort} onClick={() => onSort(column.key)}>
                  {column.header}
                  {isSorted ? <Arrow aria-hidden="true" /> : null}
                </button>
              ) : (
                column.header
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
