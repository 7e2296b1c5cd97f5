import { readAmount } from '#shared/domain/dossier/readAmount.ts'
import type { FieldText } from './Field.tsx'
import { formatAmountPlain } from './formatAmount.ts'
import { ParsedField } from './ParsedField.tsx'

export interface AmountFieldProps extends FieldText {
  /** Euro cents, null when empty. */
  readonly cents: number | null
  readonly onCommit: (cents: number | null) => void
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
}

/** Euros as French people type them: « 47 291 », « 47291,50 », « 47 291 € ». What is ambiguous is asked again, never guessed. */
export function AmountField({ cents, ...rest }: AmountFieldProps) {
  return (
    <ParsedField
      {...rest}
      shown={cents === null ? '' : formatAmountPlain(cents)}
      parse={parseAmount}
      width="figure"
      inputMode="decimal"
      unit="€"
    />
  )
}

function parseAmount(text: string) {
  const reading = readAmount(text)
  if (reading.status === 'certain') return { value: reading.amountCents as number }
  const what =
    reading.proposals.length > 0
      ? 'Ce montant peut se lire de plusieurs façons.'
      : 'Ce montant ne se lit pas.'
  return { error: `${what} L’ancien est gardé. Écrivez par exemple 47 291 ou 47 291,50.` }
}
