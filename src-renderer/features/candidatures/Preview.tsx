import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { FieldList } from '../../ui/FieldList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { checkFlagWords } from '../../words/checkFlagWords.ts'
import { statusWords } from '../../words/statusWords.ts'
import style from './Preview.module.css'
import { words } from './words.ts'

export interface PreviewProps {
  readonly row: CandidatureRow
  readonly onClose: () => void
  readonly onOpen: () => void
}

/** The essential of one candidature, at the right of the list: the arrows go on changing rows. */
export function Preview({ row, onClose, onOpen }: PreviewProps) {
  const read = useRead('candidature.get', { candidatureId: row.id }, { keepPrevious: true })
  return (
    <SidePanel title={`${row.number} · ${row.applicant}`} onClose={onClose}>
      <h3>{row.title}</h3>
      <div>
        <Button variant="primary" onPress={onOpen}>
          {words.open}
        </Button>
      </div>
      {row.toCheck.map((flag) => (
        <Notice key={flag} tone="check">
          {checkFlagWords[flag].sentence}
        </Notice>
      ))}
      <Reading read={read}>
        {({ candidature, dossier, recusals }) => (
          <>
            <FieldList
              items={[
                { name: words.requested, value: <Amount cents={candidature.requestedCents} /> },
                { name: words.eligibleBase, value: <Amount cents={candidature.eligibleBaseCents} /> },
                ...(candidature.amountAsWritten === ''
                  ? []
                  : [{ name: words.asWritten, value: `« ${candidature.amountAsWritten} »` }]),
                {
                  name: words.department,
                  value:
                    dossier.applicant.department === null
                      ? '–'
                      : `${dossier.applicant.department.code} · ${dossier.applicant.department.name}`,
                },
                { name: words.status, value: statusWords[candidature.status] },
                ...(recusals.length === 0
                  ? []
                  : [{ name: words.recusals, value: words.recusalCount(recusals.length) }]),
              ]}
            />
            <Excerpt title={words.description} text={dossier.description} />
            <Excerpt title={words.objectives} text={dossier.objectives} />
          </>
        )}
      </Reading>
    </SidePanel>
  )
}

function Excerpt({ title, text }: { title: string; text: string }) {
  return text === '' ? null : (
    <section>
      <h3 className={style.title}>{title}</h3>
      <p className={style.excerpt}>{text}</p>
    </section>
  )
}
