import type { FieldText } from './Field.tsx'
import { ParsedField } from './ParsedField.tsx'
import { parseHour } from './parseHour.ts'

export interface HourFieldProps extends FieldText {
  /** « 18:05 », null when empty. */
  readonly value: string | null
  readonly onCommit: (value: string | null) => void
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
}

/** An hour of the day: « 18:05 », « 18h05 », « 18 h », « 1805 ». */
export function HourField({ value, ...rest }: HourFieldProps) {
  return (
    <ParsedField
      {...rest}
      shown={value ?? ''}
      parse={parseHour}
      width="short"
      inputMode="text"
      placeholder="18:05"
    />
  )
}
