import type { ReactNode } from 'react'
import style from './Table.module.css'

export interface TableColumn<Row> {
  readonly key: string
  readonly header: ReactNode
  readonly cell: (row: Row, index: number) => ReactNode
  readonly align?: 'start' | 'end' | 'center'
  /** CSS width, in rem or %: « 6rem ». */
  readonly width?: string
  /** This cell names its row. */
  readonly isRowHeader?: boolean
}

export interface TableProps<Row> {
  /** Says what the table holds; read aloud, not shown. */
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, index: number) => string
  readonly footer?: ReactNode
  readonly isSelected?: (row: Row) => boolean
}

/** A plain table, up to some 300 rows. Beyond, see `DataGrid`. */
export function Table<Row>({ caption, columns, rows, rowKey, footer, isSelected }: TableProps<Row>) {
  return (
    <div className={style.frame}>
      <table className={style.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={style[column.align ?? 'start']}
                style={column.width === undefined ? {} : { width: column.width }}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} data-selected={isSelected?.(row) ?? false}>
              {columns.map((column) =>
                column.isRowHeader ? (
                  <th key={column.key} scope="row" className={style[column.align ?? 'start']}>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.key} className={style[column.align ?? 'start']}>
                    {column.cell(row, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {footer === undefined ? null : <tfoot>{footer}</tfoot>}
      </table>
    </div>
  )
}
