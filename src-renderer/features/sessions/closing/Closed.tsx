import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldList } from '../../../ui/FieldList.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Table } from '../../../ui/Table.tsx'
import { words } from '../words.ts'
import style from './Closing.module.css'
import { RectifyDialog } from './RectifyDialog.tsx'
import { closingWords } from './words.ts'

/** After the closing: the number and digest of what was frozen, the documents, and the acts that correct it. */
export function Closed({ view }: { view: SessionView }) {
  const { session, items } = view
  const navigate = useNavigate()
  const [isRectifying, setRectifying] = useState(false)
  const { closing, rectifications } = session
  if (closing === null) return null
  const titleOf = (itemId: string | null): string => {
    const item = items.find((each) => each.itemId === itemId)
    return item === undefined ? '' : item.applicant === '' ? item.title : `${item.number} · ${item.applicant}`
  }
  return (
    <>
      <h2>{words.closedTitle(closing.number)}</h2>
      <p>{words.closedHint}</p>
      <FieldList
        items={[
          { name: words.number, value: closing.number },
          { name: words.closingHour, value: session.closedAt ?? '' },
          { name: words.digest, value: <code className={style.digest}>{closing.factsDigest}</code> },
        ]}
      />
      <div className={style.act}>
        <span data-next>
          <Button
            variant="primary"
            onPress={() => void navigate({ to: '/documents', search: { session: session.id } })}
          >
            {words.goToDocuments}
          </Button>
        </span>
        <Button onPress={() => setRectifying(true)}>{closingWords.rectify}</Button>
      </div>
      {rectifications.length === 0 ? null : (
        <section className={style.recap}>
          <h3>{closingWords.rectifications}</h3>
          <Table
            caption={closingWords.rectifications}
            rows={rectifications}
            rowKey={({ number }) => number}
            columns={[
              {
                key: 'number',
                header: closingWords.number,
                isRowHeader: true,
                width: '9rem',
                cell: (one) => one.number,
              },
              {
                key: 'date',
                header: closingWords.date,
                width: '9rem',
                cell: (one) => formatDate(one.date),
              },
              { key: 'point', header: closingWords.point, cell: (one) => titleOf(one.itemId) },
              { key: 'reason', header: closingWords.reason, cell: (one) => one.reason },
              { key: 'text', header: closingWords.readInstead, cell: (one) => one.text },
            ]}
          />
        </section>
      )}
      {isRectifying ? <RectifyDialog view={view} onClose={() => setRectifying(false)} /> : null}
    </>
  )
}
