import { useState } from 'react'
import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import style from '../Screen.module.css'
import { words } from '../words.ts'
import { fieldTag } from './fieldTag.ts'
import { matchingFields } from './matchingFields.ts'
import type { TemplateTarget } from './TemplatesSide.tsx'

/** Every field with its meaning; a press copies it as Word wants it. */
export function FieldPicker({ target }: { target: TemplateTarget }) {
  const read = useRead('template.fields', { document: target })
  const [sought, setSought] = useState('')
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async (tag: string) => {
    await navigator.clipboard.writeText(tag)
    setCopied(tag)
    announce(words.copied(tag))
  }
  return (
    <section className={style.scrolled} aria-labelledby="template-fields">
      <h2 id="template-fields">{words.fields}</h2>
      <p className={style.hint}>{copied === null ? words.fieldsHint : words.copied(copied)}</p>
      <SearchField label={words.searchField} value={sought} onChange={setSought} />
      <Reading read={read}>
        {(fields) => <Fields fields={matchingFields(fields, sought)} onCopy={(tag) => void copy(tag)} />}
      </Reading>
    </section>
  )
}

function Fields({ fields, onCopy }: { fields: readonly FieldDefinition[]; onCopy: (tag: string) => void }) {
  return (
    <ul className={style.fields}>
      {fields.map((field) => (
        <li key={field.name} className={style.field}>
          <Button variant="quiet" onPress={() => onCopy(fieldTag(field))}>
            {`{${field.name}}`}
          </Button>
          <span>{field.meaning}</span>
          <span className={style.hint}>{words.kinds[field.kind]}</span>
          {field.of === undefined ? null : <Fields fields={field.of} onCopy={onCopy} />}
        </li>
      ))}
    </ul>
  )
}
