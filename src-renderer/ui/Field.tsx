import { type ReactNode, useId } from 'react'
import style from './field.module.css'

export interface FieldText {
  readonly label: string
  /** One line under the label: what to write, and why. */
  readonly description?: string
  readonly error?: string | null
  /** The label is read aloud and not shown, in a table whose header already says it. */
  readonly isLabelHidden?: boolean
}

/** What the control must carry to be named, described and marked wrong. */
export interface ControlNames {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** Label, description and error around one control. */
export function Field({
  label,
  description,
  error,
  isLabelHidden = false,
  children,
}: FieldText & { children: (names: ControlNames) => ReactNode }) {
  const id = useId()
  const hasError = error !== undefined && error !== null && error !== ''
  const described = [description === undefined ? '' : `${id}-d`, hasError ? `${id}-e` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={style.field}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : style.label}>
        {label}
      </label>
      {description === undefined ? null : (
        <span id={`${id}-d`} className={isLabelHidden ? 'visually-hidden' : style.description}>
          {description}
        </span>
      )}
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(hasError ? { 'aria-invalid': true } : {}),
      })}
      {hasError ? (
        <span id={`${id}-e`} className={style.error} role="alert">
          {error}
        </span>
      ) : null}
    </div>
  )
}
