import type { ImportPreview } from '#shared/domain/dossier/importPreview.ts'
import { Select } from '../../ui/Select.tsx'
import style from './Import.module.css'
import { fieldWords, words } from './words.ts'

export interface MappingProps {
  readonly columns: ImportPreview['mapping']
  readonly onChange: (mapping: Readonly<Record<string, string | null>>) => void
}

/** What each column of a spreadsheet feeds. A field fed twice is taken from the column chosen last. */
export function Mapping({ columns, onChange }: MappingProps) {
  const choose = (header: string, field: string | null) =>
    onChange(
      Object.fromEntries(
        columns.map((column) => [
          column.header,
          column.header === header ? field : column.field === field ? null : column.field,
        ]),
      ),
    )
  const options = [
    { value: '', label: words.ignored },
    ...Object.entries(fieldWords).map(([value, label]) => ({ value, label })),
  ]
  return (
    <section className={style.section}>
      <h2>{words.mapping}</h2>
      <p className={style.hint}>{words.mappingWords}</p>
      <div className={style.columns}>
        {columns.map(({ header, field }) => (
          <Select
            key={header}
            label={header}
            value={field ?? ''}
            options={options}
            onChange={(value) => choose(header, value === '' ? null : value)}
          />
        ))}
      </div>
    </section>
  )
}
