import type { AllocationRules } from '#shared/domain/call/call.ts'
import { cents } from '#shared/kernel/cents.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import style from './CallDetail.module.css'
import { words } from './words.ts'

export interface MoneyRulesProps {
  readonly rules: AllocationRules
  readonly onChange: (set: Partial<AllocationRules>) => void
}

export function MoneyRules({ rules, onChange }: MoneyRulesProps) {
  const rate = rules.maxRateBasisPoints
  return (
    <section className={style.section}>
      <h2>{words.money}</h2>
      <p className={style.hint}>{words.moneyWords}</p>
      <div className={style.row}>
        <AmountField
          label={words.envelope}
          description={words.envelopeWords}
          cents={rules.envelopeCents}
          onCommit={(value) => onChange({ envelopeCents: value === null ? null : cents(value) })}
        />
        <AmountField
          label={words.cap}
          description={words.envelopeWords}
          cents={rules.capCents}
          onCommit={(value) => onChange({ capCents: value === null ? null : cents(value) })}
        />
        <NumberField
          label={words.maxRate}
          description={words.maxRateWords}
          value={rate === null ? null : rate / 100}
          maximum={100}
          decimals={2}
          unit="%"
          onCommit={(value) =>
            onChange({ maxRateBasisPoints: value === null ? null : Math.round(value * 100) })
          }
        />
      </div>
      <Segments
        label={words.atCutLine}
        value={rules.atCutLine}
        options={[
          { value: 'waiting-list', label: words.waitingList },
          { value: 'partial-award', label: words.partialAward },
        ]}
        onChange={(atCutLine) => onChange({ atCutLine })}
      />
    </section>
  )
}
