import type { CandidatureLine } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { Amount } from '../../../ui/Amount.tsx'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Table, type TableColumn } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { agreementWords, words } from '../words.ts'
import own from './Letters.module.css'
import { letterState } from './letterState.ts'

/** One line a candidature: what was held of it, its letter and whether it can leave; only who and whether, beside a chosen one. */
export function CandidatureTable({
  candidatures,
  chosen,
  onChoose,
}: {
  candidatures: readonly CandidatureLine[]
  chosen: CandidatureLine | null
  onChoose: (candidatureId: string, document: string) => void
}) {
  const isNarrow = chosen !== null
  const who: TableColumn<CandidatureLine> = {
    key: 'applicant',
    header: words.candidature,
    isRowHeader: true,
    cell: ({ candidatureId, applicant, project, letter: kind }) =>
      isNarrow ? (
        <Button variant="quiet" onPress={() => onChoose(candidatureId, kind ?? '')}>
          <span className={own.line} title={applicant}>
            {applicant}
          </span>
        </Button>
      ) : (
        <div className={own.who}>
          <span className={own.line} title={applicant}>
            {applicant}
          </span>
          <span className={own.project} title={project}>
            {project}
          </span>
        </div>
      ),
  }
  const state: TableColumn<CandidatureLine> = {
    key: 'state',
    header: words.state,
    width: '7.5rem',
    cell: (line) => <State line={line} />,
  }
  const number: TableColumn<CandidatureLine> = {
    key: 'number',
    header: 'N°',
    width: '3.5rem',
    align: 'end',
    cell: (line) => line.number,
  }
  const letter: TableColumn<CandidatureLine> = {
    key: 'letter',
    header: words.letter,
    width: '14.5rem',
    cell: ({ candidatureId, letter: kind, applicant }) => (
      <Button
        variant="quiet"
        label={`${kind === null ? words.seeDocument : documentNames[kind]}, ${applicant}`}
        onPress={() => onChoose(candidatureId, kind ?? '')}
      >
        {kind === null ? words.seeDocument : documentNames[kind]}
      </Button>
    ),
  }
  const amount: TableColumn<CandidatureLine> = {
    key: 'amount',
    header: words.awarded,
    width: '7rem',
    align: 'end',
    cell: ({ amountCents }) => (amountCents === null ? '–' : <Amount cents={amountCents} />),
  }
  const agreement: TableColumn<CandidatureLine> = {
    key: 'agreement',
    header: words.agreementColumn,
    width: '7rem',
    cell: (line) => <span title={line.agreement.sentence}>{agreementWords[line.agreement.level]}</span>,
  }
  const notified: TableColumn<CandidatureLine> = {
    key: 'notified',
    header: words.notifiedOn,
    width: '8rem',
    cell: ({ notifiedOn }) => (notifiedOn === null ? '–' : formatDate(notifiedOn)),
  }
  return (
    <Table
      caption={words.lettersCaption}
      rows={candidatures}
      rowKey={({ candidatureId }) => candidatureId}
      isSelected={({ candidatureId }) => candidatureId === chosen?.candidatureId}
      columns={isNarrow ? [number, who, state] : [number, who, amount, letter, state, agreement, notified]}
    />
  )
}

function State({ line }: { line: CandidatureLine }) {
  switch (letterState(line)) {
    case 'ready':
      return <Tag tone="favourable">{words.ready}</Tag>
    case 'incomplete':
      return <Tag tone="check">{words.toComplete}</Tag>
    case 'none':
      return <>{words.noLetter}</>
  }
}
