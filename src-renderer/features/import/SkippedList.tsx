import { formatCount } from '../../ui/formatCount.ts'
import style from './Import.module.css'
import { words } from './words.ts'

/** What was left out on purpose, by reason: « page d’inscription : 3 ». */
export function SkippedList({ skipped }: { skipped: Readonly<Record<string, number>> }) {
  const reasons = Object.entries(skipped)
  if (reasons.length === 0) return null
  return (
    <p className={style.hint}>
      {words.skipped} : {reasons.map(([reason, count]) => `${reason} (${formatCount(count)})`).join(', ')}.
    </p>
  )
}
