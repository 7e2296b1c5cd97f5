import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { formatAmount } from '../../../ui/formatAmount.ts'
import style from './ItemPanel.module.css'
import { type ItemDraft, spreadOver } from './voteDraft.ts'
import { stepWords } from './words.ts'

/** Which envelope brings what, when the money of the call is divided. Untouched, the amount is spread over what is left. */
export function FundingFields({
  balances,
  draft,
  onDraft,
}: {
  balances: SessionView['balances']
  draft: ItemDraft
  onDraft: (draft: ItemDraft) => void
}) {
  const envelopes = balances.filter(({ kind }) => kind === 'envelope')
  const { amountCents, funding } = draft
  if (envelopes.length === 0 || amountCents === null) return null
  const shares = funding ?? spreadOver(amountCents, envelopes)
  const sum = Object.values(shares).reduce((total, share) => total + share, 0)
  return (
    <fieldset className={style.funding}>
      <legend>{stepWords.funding}</legend>
      {envelopes.map(({ id, label, remainingCents }) => (
        <AmountField
          key={id}
          label={stepWords.fundingOf(label)}
          description={stepWords.fundingLeft(formatAmount(remainingCents))}
          cents={shares[id] ?? null}
          onCommit={(cents) => onDraft({ ...draft, funding: { ...shares, [id]: cents ?? 0 } })}
        />
      ))}
      {funding === null ? null : (
        <Button variant="quiet" onPress={() => onDraft({ ...draft, funding: null })}>
          {stepWords.spread}
        </Button>
      )}
      {sum === amountCents ? null : (
        <p className={style.wrong} role="alert">
          ✗ {stepWords.fundingOff(formatAmount(sum), formatAmount(amountCents))}
        </p>
      )}
    </fieldset>
  )
}
