import type { InputOf } from '#shared/contract/contract.ts'
import type { AmountMeaning } from '#shared/domain/dossier/amountReading.ts'
import { readAmount } from '#shared/domain/dossier/readAmount.ts'
import { Button } from '../../ui/Button.tsx'
import { formatAmount } from '../../ui/formatAmount.ts'
import style from './Dossier.module.css'
import { doubtWords, words } from './words.ts'

export interface AmountQuestionProps {
  /** The amount as the source wrote it. */
  readonly raw: string
  readonly onSettle: (set: InputOf<'candidature.change'>['set']) => void
}

/** What the source says, why it is not sure, and each reading as a button: nothing is ever guessed. */
export function AmountQuestion({ raw, onSettle }: AmountQuestionProps) {
  const reading = readAmount(raw)
  const meanings = reading.status === 'certain' ? [reading] : reading.proposals
  return (
    <>
      <p>{raw.trim() === '' ? words.noAmount : words.rawAmount(raw)}</p>
      {reading.status === 'to-check' && raw.trim() !== '' ? <p>{doubtWords[reading.doubt]}</p> : null}
      {meanings.length === 0 ? null : (
        <div className={style.buttons}>
          {meanings.map((meaning) => (
            <Button
              key={`${meaning.amountCents}/${meaning.taxBasis}/${meaning.eligibleBaseCents}`}
              onPress={() =>
                onSettle({
                  requestedCents: meaning.amountCents,
                  ...(meaning.taxBasis === null ? {} : { taxBasis: meaning.taxBasis }),
                  ...(meaning.eligibleBaseCents === null
                    ? {}
                    : { eligibleBaseCents: meaning.eligibleBaseCents }),
                })
              }
            >
              {words.keep(inWords(meaning))}
            </Button>
          ))}
        </div>
      )}
      <p>{words.orType}</p>
    </>
  )
}

function inWords({ amountCents, taxBasis, eligibleBaseCents }: AmountMeaning): string {
  const amount = `${formatAmount(amountCents)}${taxBasis === null ? '' : ` ${taxBasis}`}`
  return eligibleBaseCents === null ? amount : `${amount} ${words.eligible(formatAmount(eligibleBaseCents))}`
}
