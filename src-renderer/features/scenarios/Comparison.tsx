import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { Balance } from './Balance.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import style from './Scenarios.module.css'

/** Two scenarios side by side. */
export function Comparison({ leftId, rightId }: { leftId: string; rightId: string }) {
  const compared = useRead('scenario.compare', { leftId, rightId })
  return (
    <Reading read={compared}>
      {({ left, right, rows }) => (
        <section className={style.editor}>
          <div className={style.sides}>
            {[left, right].map((side) => (
              <div key={side.id}>
                <h2>{side.name}</h2>
                <Balance balance={side.balance} totals={side.totals} />
              </div>
            ))}
          </div>
          <ComparisonTable left={left.name} right={right.name} rows={rows} />
        </section>
      )}
    </Reading>
  )
}
