import type { ImportPreview, ImportPreviewLine } from '#shared/domain/dossier/importPreview.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { checkFlagWords } from '../../words/checkFlagWords.ts'
import style from './Import.module.css'
import { words } from './words.ts'

/** Errors by line, look-alikes, and the first lines as they would arrive. */
export function PreviewReport({ preview }: { preview: ImportPreview }) {
  return (
    <>
      {preview.errors.length === 0 ? null : (
        <section className={style.section}>
          <h2>{words.errorsTitle}</h2>
          <p className={style.hint}>{words.errorsWords}</p>
          <Table
            caption={words.errorsTitle}
            rows={preview.errors.slice(0, 200)}
            rowKey={({ line, message }) => `${line}/${message}`}
            columns={[
              { key: 'line', header: words.line, align: 'end', width: '5rem', cell: ({ line }) => line },
              { key: 'message', header: words.message, cell: ({ message }) => message },
            ]}
          />
        </section>
      )}
      {preview.duplicates.length === 0 ? null : (
        <section className={style.section}>
          <h2>{words.duplicatesTitle}</h2>
          <p className={style.hint}>{words.duplicatesWords}</p>
          <ul className={style.pairs}>
            {preview.duplicates.map(({ first, second, differences }) => (
              <li key={`${first.label}/${second.label}`}>
                <span>{first.label}</span>
                <span>{second.label}</span>
                <span className={style.hint}>
                  {differences.length === 0
                    ? ''
                    : words.differs(differences.map(({ field }) => field).join(', '))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {preview.lines.length === 0 ? null : (
        <section className={style.section}>
          <h2>{words.previewTitle}</h2>
          <p className={style.hint}>{words.previewOf(preview.lines.length, preview.total)}</p>
          <Table
            caption={words.previewTitle}
            rows={preview.lines}
            rowKey={({ line }) => String(line)}
            columns={lineColumns}
          />
        </section>
      )}
    </>
  )
}

const lineColumns: readonly TableColumn<ImportPreviewLine>[] = [
  { key: 'line', header: words.line, align: 'end', width: '4rem', cell: ({ line }) => line },
  { key: 'applicant', header: words.applicant, isRowHeader: true, cell: ({ applicant }) => applicant },
  {
    key: 'territory',
    header: words.territory,
    cell: ({ matchedTerritory }) => matchedTerritory ?? <Tag tone="check">{words.notMatched}</Tag>,
  },
  { key: 'title', header: words.project, cell: ({ title }) => title },
  { key: 'department', header: words.department, cell: ({ department }) => department },
  {
    key: 'amount',
    header: words.amount,
    align: 'end',
    cell: ({ requestedCents, amountAsWritten }) =>
      requestedCents === null && amountAsWritten !== '' ? (
        `« ${amountAsWritten} »`
      ) : (
        <Amount cents={requestedCents} />
      ),
  },
  {
    key: 'flags',
    header: words.flags,
    cell: ({ flags }) => (
      <span className={style.flags}>
        {flags.map((flag) => (
          <Tag key={flag} tone="check">
            {checkFlagTag(flag)}
          </Tag>
        ))}
      </span>
    ),
  },
]

const checkFlagTag = (flag: string): string =>
  flag in checkFlagWords ? checkFlagWords[flag as keyof typeof checkFlagWords].tag : flag
