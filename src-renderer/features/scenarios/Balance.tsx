import type { BalanceLine, EnvelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import type { ScenarioTotals } from '#shared/domain/envelope/scenarioView.ts'
import { formatAmount } from '../../ui/formatAmount.ts'
import style from './Scenarios.module.css'
import { words } from './words.ts'

/** What is given and what is left: the whole, then each part and each ceiling. */
export function Balance({ balance, totals }: { balance: EnvelopeBalance; totals: ScenarioTotals }) {
  return (
    <div className={style.balance}>
      <p>
        <strong>{formatAmount(totals.amountCents)}</strong> · {words.funded(totals.funded)} ·{' '}
        {words.points(totals.score)}
        {balance.whole === null ? '' : ` · ${words.left(balance.whole.remainingCents)}`}
      </p>
      {balance.whole === null ? null : <Bar line={balance.whole} />}
      {[...balance.envelopes, ...balance.quotas].map((line) => (
        <div key={line.id} className={style.part}>
          <span>{line.label}</span>
          <Bar line={line} />
          <span className={style.soft}>{words.left(line.remainingCents)}</span>
        </div>
      ))}
    </div>
  )
}

const Bar = ({ line: { givenCents, totalCents } }: { line: BalanceLine }) => (
  <div className={style.bar} aria-hidden="true">
    <span style={{ width: `${totalCents === 0 ? 0 : Math.min(100, (givenCents / totalCents) * 100)}%` }} />
  </div>
)
