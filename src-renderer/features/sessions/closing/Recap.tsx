import type { ClosingRecap } from '#shared/domain/session/closingCheck.ts'
import type { ItemKind, Opinion } from '#shared/domain/session/session.ts'
import { Amount } from '../../../ui/Amount.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { opinionWordsOf } from '../words.ts'
import style from './Closing.module.css'
import { closingWords } from './words.ts'

/** Everything decided with counts and amounts, as it is or will be frozen. */
export function Recap({
  recap,
  kinds,
  onGo,
}: {
  recap: ClosingRecap
  /** Of each point, by id. */
  kinds: ReadonlyMap<string, ItemKind>
  onGo: (itemId: string) => void
}) {
  const wordsOf = (itemId: string, opinion: string) =>
    opinionWordsOf(kinds.get(itemId) ?? 'candidature', opinion as Opinion)
  const counts = Object.entries(recap.byOpinion)
  return (
    <section className={style.recap}>
      <h3>{closingWords.recap}</h3>
      <dl className={style.figures}>
        <Figure name={closingWords.recapTotal(recap.decided, recap.points)}>
          {counts.map(([opinion, count]) => closingWords.opinions[opinion as Opinion](count)).join(', ') ||
            '–'}
        </Figure>
        <Figure name={closingWords.requested}>
          <Amount cents={recap.requestedCents} />
        </Figure>
        <Figure name={closingWords.awarded}>
          <Amount cents={recap.awardedCents} />
        </Figure>
        {recap.remainingCents === null ? null : (
          <Figure name={closingWords.remaining}>
            <Amount cents={recap.remainingCents} />
          </Figure>
        )}
        {recap.waitingList === 0 ? null : <Figure name={closingWords.waiting}>{recap.waitingList}</Figure>}
      </dl>
      {recap.lines.length === 0 ? null : (
        <Table
          caption={closingWords.recap}
          rows={recap.lines}
          rowKey={({ itemId }) => itemId}
          columns={[
            {
              key: 'point',
              header: closingWords.recapPoint,
              isRowHeader: true,
              cell: ({ itemId, number, title }) => (
                <button type="button" className={style.pointLink} onClick={() => onGo(itemId)}>
                  {number === null ? title : `${number} · ${title}`}
                </button>
              ),
            },
            {
              key: 'opinion',
              header: closingWords.recapOpinion,
              width: '9rem',
              cell: ({ itemId, opinion }) => {
                const { label, tone } = wordsOf(itemId, opinion)
                return <Tag tone={tone}>{label}</Tag>
              },
            },
            {
              key: 'amount',
              header: closingWords.recapAmount,
              align: 'end',
              width: '7rem',
              cell: ({ amountCents }) => <Amount cents={amountCents} />,
            },
            ...(recap.lines.some(({ departure }) => departure !== '')
              ? [
                  {
                    key: 'departure',
                    header: closingWords.recapDeparture,
                    cell: ({ departure }: ClosingRecap['lines'][number]) => departure,
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}

const Figure = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
