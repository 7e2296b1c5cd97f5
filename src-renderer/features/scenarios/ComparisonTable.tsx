import type { ComparisonRow } from '#shared/domain/envelope/scenarioView.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Table } from '../../ui/Table.tsx'
import style from './Scenarios.module.css'
import { words } from './words.ts'

/** Two sets of amounts side by side, only where they differ; the larger sum is the tinted one, and stands in bold. */
export function ComparisonTable({
  left,
  right,
  rows,
}: {
  left: string
  right: string
  rows: readonly ComparisonRow[]
}) {
  if (rows.length === 0) return <p className={style.hint}>{words.same}</p>
  return (
    <Table
      caption={words.differences}
      rows={rows}
      rowKey={(row) => row.candidatureId}
      columns={[
        { key: 'rank', header: words.rank, align: 'end', width: '3.5rem', cell: ({ rank }) => rank ?? '–' },
        { key: 'number', header: words.number, align: 'end', width: '3.5rem', cell: ({ number }) => number },
        {
          key: 'applicant',
          header: words.applicant,
          isRowHeader: true,
          cell: ({ applicant, title }) => (
            <span className={style.names}>
              {applicant} <span className={style.soft}>{title}</span>
            </span>
          ),
        },
        {
          key: 'left',
          header: left,
          align: 'end',
          width: '10rem',
          cell: ({ leftCents, rightCents }) => <Sum cents={leftCents} isMore={leftCents > rightCents} />,
        },
        {
          key: 'right',
          header: right,
          align: 'end',
          width: '10rem',
          cell: ({ leftCents, rightCents }) => <Sum cents={rightCents} isMore={rightCents > leftCents} />,
        },
      ]}
    />
  )
}

const Sum = ({ cents, isMore }: { cents: number; isMore: boolean }) => (
  <span className={style.sum} data-more={isMore}>
    <Amount cents={cents} />
  </span>
)
