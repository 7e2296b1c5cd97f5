import type { CheckFlag } from '#shared/domain/candidature/candidature.ts'
import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { RowStanding } from '../../sharing/RowStanding.tsx'
import { Amount } from '../../ui/Amount.tsx'
import type { GridColumn } from '../../ui/DataGrid.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { checkFlagWords } from '../../words/checkFlagWords.ts'
import { statusWords } from '../../words/statusWords.ts'
import { columnWords, words } from './words.ts'

export const columns: readonly GridColumn<CandidatureRow>[] = [
  {
    key: 'number',
    header: columnWords.number,
    track: '3.75rem',
    align: 'end',
    isSortable: true,
    cell: (row) => row.number,
  },
  {
    key: 'applicant',
    header: columnWords.applicant,
    track: 'minmax(8rem, 6fr)',
    isSortable: true,
    cell: (row) => (
      <>
        <RowStanding entity={`candidature/${row.id}`} />
        <strong title={row.applicant}>{row.applicant}</strong>
      </>
    ),
  },
  {
    key: 'title',
    header: columnWords.title,
    track: 'minmax(8rem, 6fr)',
    isSortable: true,
    cell: (row) => <span title={row.title}>{row.title}</span>,
  },
  {
    key: 'department',
    header: columnWords.department,
    track: '4rem',
    isSortable: true,
    cell: (row) => row.department,
  },
  {
    key: 'requested',
    header: columnWords.requested,
    track: '7.5rem',
    align: 'end',
    isSortable: true,
    cell: (row) => <Amount cents={row.requestedCents} />,
  },
  {
    key: 'status',
    header: columnWords.status,
    track: '6.5rem',
    isSortable: true,
    cell: (row) =>
      row.mergedInto !== null ? (
        <Tag tone="neutral">{words.merged}</Tag>
      ) : row.status === 'submitted' ? (
        statusWords.submitted
      ) : (
        <Tag tone="neutral">{statusWords[row.status]}</Tag>
      ),
  },
  {
    key: 'toCheck',
    header: columnWords.toCheck,
    track: 'minmax(7.5rem, 1.6fr)',
    cell: (row) => <Flags flags={row.toCheck} />,
  },
]

/** The first question, and how many more; all of them when one points at it. */
function Flags({ flags }: { flags: readonly CheckFlag[] }) {
  const [first, ...others] = flags
  if (first === undefined) return null
  return (
    <span title={flags.map((flag) => checkFlagWords[flag].tag).join(', ')}>
      <Tag tone="check">{checkFlagWords[first].tag}</Tag>
      {others.length === 0 ? null : ` +${others.length}`}
    </span>
  )
}

/** What the preview already says is left out of the list while it is open. */
export const columnsBesidePreview: ReadonlySet<string> = new Set(['status', 'toCheck', 'department'])
