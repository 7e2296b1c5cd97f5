import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { checkFlagWords } from '../../frame/checkFlagWords.ts'
import { Amount } from '../../ui/Amount.tsx'
import type { GridColumn } from '../../ui/DataGrid.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { columnWords, statusWords, words } from './words.ts'

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
    track: 'minmax(8rem, 5fr)',
    isSortable: true,
    cell: (row) => <strong title={row.applicant}>{row.applicant}</strong>,
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
    track: 'minmax(6rem, 2.2fr)',
    cell: (row) => (
      <>
        {row.toCheck.map((flag) => (
          <Tag key={flag} tone="check">
            {checkFlagWords[flag].tag}
          </Tag>
        ))}
      </>
    ),
  },
]
