import { Field, type FieldText } from './Field.tsx'
import style from './Select.module.css'

export interface SelectProps<V extends string> extends FieldText {
  readonly value: V | null
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V) => void
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

/** One among a few, by the list of the system: it opens, types ahead and speaks as people know it. */
export function Select<V extends string>({
  value,
  options,
  onChange,
  placeholder = 'Choisir…',
  isDisabled = false,
  ...text
}: SelectProps<V>) {
  return (
    <Field {...text}>
      {(names) => (
        <select
          {...names}
          className={style.select}
          value={value ?? ''}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value as V)}
        >
          {value === null ? (
            <option value="" disabled>
              {placeholder}
            </option>
          ) : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
