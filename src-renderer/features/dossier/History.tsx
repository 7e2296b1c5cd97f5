import type { HistoryLine } from '#shared/contract/answers.ts'
import { useReadMany } from '../../bridge/useReadMany.ts'
import { Receipt } from '../../sharing/Receipt.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import style from './Dossier.module.css'
import { words } from './words.ts'

export interface HistoryProps {
  readonly candidatureId: string
  readonly dossierId: string
}

/** Who changed what and when, before and after, newest first: the dossier and its candidature in one thread. */
export function History({ candidatureId, dossierId }: HistoryProps) {
  const [ofCandidature, ofDossier] = useReadMany('history.of', [
    { entity: `candidature/${candidatureId}` },
    { entity: `dossier/${dossierId}` },
  ])
  if (ofCandidature === undefined || ofDossier === undefined) return <Spinner />
  const lines = [
    ...ofCandidature.map((line) => ({ ...line, of: words.ofCandidature })),
    ...ofDossier.map((line) => ({ ...line, of: words.ofDossier })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  if (lines.length === 0) return <p className={style.hint}>{words.noHistory}</p>
  return (
    <ol className={style.entries}>
      {lines.map((line) => (
        <li key={`${line.of}/${line.version}`} className={style.entry}>
          <div className={style.entryTitle}>
            <strong>{line.label}</strong>
            <Tag tone="neutral">{line.of}</Tag>
            <span>
              {line.who}
              {line.onBehalfOf === null ? '' : ` ${words.onBehalfOf(line.onBehalfOf)}`}
            </span>
            <DateText iso={line.at} />
            <Receipt line={line} />
          </div>
          <Changes line={line} />
        </li>
      ))}
    </ol>
  )
}

function Changes({ line }: { line: HistoryLine }) {
  const shown = (text: string) => (
    <span className={style.long}>{text === '' ? words.nothingWritten : text}</span>
  )
  const changes = line.changes.filter(isForPeople)
  if (changes.length === 0) return null
  return (
    <Table
      caption={line.label}
      rows={changes}
      rowKey={({ field }) => field}
      columns={[
        { key: 'field', header: words.field, width: '12rem', isRowHeader: true, cell: ({ field }) => field },
        { key: 'before', header: words.before, cell: ({ before }) => shown(before) },
        { key: 'after', header: words.after, cell: ({ after }) => shown(after) },
      ]}
    />
  )
}

/** Identifiers, and fields that were empty and stay so, say nothing to a person. */
const isForPeople = ({ before, after }: HistoryLine['changes'][number]): boolean =>
  before !== after && !identifier.test(before) && !identifier.test(after)

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
