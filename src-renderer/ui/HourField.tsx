import type { FieldText } from './Field.tsx'
import { ParsedField } from './ParsedField.tsx'

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

function parseHour(text: string) {
  const match = /^(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?|(\d{2}))?$/.exec(text.trim())
  const hour = Number(match?.[1] ?? '99')
  const minute = Number(match?.[2] ?? match?.[3] ?? '0')
  if (hour > 23 || minute > 59) return { error: 'Écrivez l’heure comme 18:05 ou 18h05.' }
  return { value: `${hour.toString().padStart(2, '0')}:${minute.toString().padStart(2, '0')}` }
}
