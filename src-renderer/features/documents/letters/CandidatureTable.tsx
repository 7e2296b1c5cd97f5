import type { CandidatureLine } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { Amount } from '../../../ui/Amount.tsx'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import style from '../Screen.module.css'
import { agreementWords, words } from '../words.ts'

/** One line a candidature: what was held of it, its letter and whether it can leave. */
export function CandidatureTable({
  candidatures,
  chosen,
  onChoose,
}: {
  candidatures: readonly CandidatureLine[]
  chosen: CandidatureLine | null
  onChoose: (candidatureId: string, document: string) => void
}) {
  return (
    <Table
      caption={words.lettersCaption}
      rows={candidatures}
      rowKey={({ candidatureId }) => candidatureId}
      isSelected={({ candidatureId }) => candidatureId === chosen?.candidatureId}
      columns={[
        { key: 'number', header: 'N°', width: '3.5rem', align: 'end', cell: ({ number }) => number },
        {
          key: 'applicant',
          header: words.candidature,
          isRowHeader: true,
          cell: ({ applicant, project }) => (
            <>
              {applicant}
              <p className={style.hint}>{project}</p>
            </>
          ),
        },
        {
          key: 'amount',
          header: words.outcome,
          width: '8rem',
          align: 'end',
          cell: ({ amountCents }) => (amountCents === null ? '–' : <Amount cents={amountCents} />),
        },
        {
          key: 'letter',
          header: words.letter,
          width: '15rem',
          cell: (line) => <LetterCell line={line} onChoose={onChoose} />,
        },
        {
          key: 'agreement',
          header: words.agreementColumn,
          width: '7rem',
          cell: ({ agreement }) => <span title={agreement.sentence}>{agreementWords[agreement.level]}</span>,
        },
        {
          key: 'notified',
          header: words.notifiedOn,
          width: '8rem',
          cell: ({ notifiedOn }) => (notifiedOn === null ? '–' : formatDate(notifiedOn)),
        },
      ]}
    />
  )
}

function LetterCell({
  line,
  onChoose,
}: {
  line: CandidatureLine
  onChoose: (candidatureId: string, document: string) => void
}) {
  const { letter, documents, candidatureId, applicant } = line
  if (letter === null) return words.noLetter
  const missing = documents.find(({ document }) => document === letter)?.missing ?? []
  return (
    <>
      <Button
        variant="quiet"
        label={`${words.seeDocument} : ${documentNames[letter]}, ${applicant}`}
        onPress={() => onChoose(candidatureId, letter)}
      >
        {documentNames[letter]}
      </Button>
      <Tag tone={missing.length === 0 ? 'favourable' : 'check'}>
        {missing.length === 0 ? words.ready : words.toComplete}
      </Tag>
    </>
  )
}
