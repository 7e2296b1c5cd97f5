import { readDate } from '#shared/domain/dossier/readDate.ts'
import type { FieldText } from './Field.tsx'
import { formatDateNumeric } from './formatDate.ts'
import { ParsedField } from './ParsedField.tsx'

export interface DateFieldProps extends FieldText {
  /** `2026-11-22`, null when empty. */
  readonly value: string | null
  readonly onCommit: (value: string | null) => void
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
}

/** A day typed as text: « 22/11/2026 » or « 22 novembre 2026 ». */
export function DateField({ value, ...rest }: DateFieldProps) {
  return (
    <ParsedField
      {...rest}
      shown={value === null ? '' : formatDateNumeric(value)}
      parse={parseDate}
      width="short"
      inputMode="text"
      placeholder="JJ/MM/AAAA"
    />
  )
}

function parseDate(text: string) {
  const reading = readDate(text)
  return reading.status === 'certain'
    ? { value: reading.date }
    : { error: 'Écrivez la date comme 22/11/2026.' }
}
