import { useEffect, useState } from 'react'
import { Field, type FieldText } from './Field.tsx'
import style from './field.module.css'
import { useDraft } from './useDraft.ts'

export interface ParsedFieldProps<T> extends FieldText {
  /** The recorded value, written as people write it. */
  readonly shown: string
  /** What the text means, `null` for an empty field, or the sentence that says how to write it. */
  readonly parse: (text: string) => { readonly value: T | null } | { readonly error: string }
  readonly onCommit: (value: T | null) => void
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
  readonly placeholder?: string
  readonly unit?: string
  readonly width: 'figure' | 'short'
  readonly inputMode: 'decimal' | 'numeric' | 'text'
}

/** A field whose text has a meaning: an amount, a date, an hour. What cannot be read stays typed and is not recorded. */
export function ParsedField<T>({
  shown,
  parse,
  onCommit,
  isRequired = false,
  isReadOnly = false,
  isDisabled = false,
  placeholder,
  unit,
  width,
  inputMode,
  error,
  ...text
}: ParsedFieldProps<T>) {
  const [wrong, setWrong] = useState<string | null>(null)
  const draft = useDraft(shown, (typed) => {
    const reading: { value: T | null } | { error: string } =
      typed.trim() === '' ? (isRequired ? { error: 'À renseigner.' } : { value: null }) : parse(typed)
    if ('error' in reading) {
      setWrong(reading.error)
      return false
    }
    setWrong(null)
    if (typed.trim() !== shown) onCommit(reading.value)
    return true
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new recorded value ends the complaint about the typed one.
  useEffect(() => setWrong(null), [shown])
  return (
    <Field {...text} error={error ?? wrong}>
      {(names) => (
        <span className={style.withUnit}>
          <input
            {...names}
            type="text"
            className={`${style.control} ${style[width]}`}
            inputMode={inputMode}
            autoComplete="off"
            value={draft.text}
            readOnly={isReadOnly}
            disabled={isDisabled}
            placeholder={placeholder}
            onChange={(event) => draft.change(event.target.value)}
            onBlur={draft.commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') draft.commit()
            }}
          />
          {unit === undefined ? null : <span>{unit}</span>}
        </span>
      )}
    </Field>
  )
}
