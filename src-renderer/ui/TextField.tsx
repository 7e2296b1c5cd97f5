import { type KeyboardEvent, useCallback } from 'react'
import { Field, type FieldText } from './Field.tsx'
import style from './field.module.css'
import { useDraft } from './useDraft.ts'

export interface TextFieldProps extends FieldText {
  readonly value: string
  /** Called with what was typed: on blur, on Enter, after 600 ms of pause, and when the field leaves the screen. */
  readonly onCommit: (value: string) => void
  /** Called at each keystroke, for a form that judges while one types. */
  readonly onType?: (value: string) => void
  readonly multiline?: boolean
  /** Lines shown at least, when `multiline`. One: a long title that wraps, where Enter commits. */
  readonly rows?: number
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
  readonly isSecret?: boolean
  readonly autoFocus?: boolean
  readonly placeholder?: string
  readonly maxLength?: number
  readonly autoComplete?: string
}

/** A line or a paragraph that saves itself (P1). */
export function TextField({
  value,
  onCommit,
  onType,
  multiline = false,
  rows = 3,
  isReadOnly = false,
  isDisabled = false,
  isSecret = false,
  autoFocus = false,
  placeholder,
  maxLength,
  autoComplete = 'off',
  ...text
}: TextFieldProps) {
  const draft = useDraft(
    value,
    useCallback(
      (typed: string) => {
        if (typed !== value) onCommit(typed)
        return true
      },
      [value, onCommit],
    ),
  )
  return (
    <Field {...text}>
      {(names) => {
        const shared = {
          ...names,
          className: style.control,
          value: draft.text,
          readOnly: isReadOnly,
          disabled: isDisabled,
          autoComplete,
          autoFocus,
          ...(placeholder === undefined ? {} : { placeholder }),
          ...(maxLength === undefined ? {} : { maxLength }),
          onBlur: draft.commit,
          onChange: (event: { target: { value: string } }) => {
            draft.change(event.target.value)
            onType?.(event.target.value)
          },
        }
        return multiline ? (
          <textarea
            {...shared}
            rows={rows}
            style={{ minHeight: `calc(${rows}lh + 0.75rem)` }}
            spellCheck
            {...(rows === 1 ? { onKeyDown: commitOnEnter(draft.commit) } : {})}
          />
        ) : (
          <input {...shared} type={isSecret ? 'password' : 'text'} onKeyDown={commitOnEnter(draft.commit)} />
        )
      }}
    </Field>
  )
}

const commitOnEnter = (commit: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (event.currentTarget instanceof HTMLTextAreaElement) event.preventDefault()
  commit()
}
