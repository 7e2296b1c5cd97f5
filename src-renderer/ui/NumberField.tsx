import type { FieldText } from './Field.tsx'
import { ParsedField } from './ParsedField.tsx'
import { parseNumber } from './parseNumber.ts'

export interface NumberFieldProps extends FieldText {
  readonly value: number | null
  readonly onCommit: (value: number | null) => void
  readonly minimum?: number
  readonly maximum?: number
  /** Digits after the comma that are accepted; 0 by default. */
  readonly decimals?: number
  /** Written after the field: « % », « points ». */
  readonly unit?: string
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
}

/** A count or a share. The decimal sign is a comma or a dot. */
export function NumberField({ value, minimum = 0, maximum, decimals = 0, ...rest }: NumberFieldProps) {
  return (
    <ParsedField
      {...rest}
      shown={value === null ? '' : value.toString().replace('.', ',')}
      parse={(text) => parseNumber(text, { minimum, maximum, decimals })}
      width="short"
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
    />
  )
}
