import { useState } from 'react'
import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { copyText } from '../../../ui/copyText.ts'
import { SearchField } from '../../../ui/SearchField.tsx'
import style from '../Screen.module.css'
import { type TemplateTarget, words } from '../words.ts'
import { fieldTag } from './fieldTag.ts'
import { matchingFields } from './matchingFields.ts'
import own from './Templates.module.css'

/** Every field with its meaning; a press copies it as Word wants it. */
export function FieldPicker({ target }: { target: TemplateTarget }) {
  const read = useRead('template.fields', { document: target })
  const [sought, setSought] = useState('')
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async (tag: string) => {
    const isCopied = await copyText(tag)
    setCopied(isCopied ? words.copied(tag) : words.notCopied(tag))
    announce(isCopied ? words.copied(tag) : words.notCopied(tag))
  }
  return (
    <section className={own.half} aria-labelledby="template-fields">
      <h2 id="template-fields" className={own.subtitle}>
        {words.fields}
      </h2>
      <p className={style.hint}>{copied ?? words.fieldsHint}</p>
      <SearchField label={words.searchField} value={sought} onChange={setSought} />
      <Reading read={read}>
        {(fields) => {
          const found = matchingFields(fields, sought)
          return found.length === 0 ? (
            <p className={style.hint}>{words.noField}</p>
          ) : (
            <Fields fields={found} onCopy={(tag) => void copy(tag)} />
          )
        }}
      </Reading>
    </section>
  )
}

function Fields({ fields, onCopy }: { fields: readonly FieldDefinition[]; onCopy: (tag: string) => void }) {
  return (
    <ul className={own.fields}>
      {fields.map((field) => (
        <li key={field.name} className={own.field}>
          <Button variant="quiet" onPress={() => onCopy(fieldTag(field))}>
            {`{${field.name}}`}
          </Button>
          <span>{field.meaning}</span>
          <span className={style.hint}>{field.kind === 'text' ? null : words.kinds[field.kind]}</span>
          {field.of === undefined ? null : <Fields fields={field.of} onCopy={onCopy} />}
        </li>
      ))}
    </ul>
  )
}
