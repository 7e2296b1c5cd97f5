import style from './ProgressBar.module.css'
import { progressWords } from './words.ts'

/** « 7 sur 49 notés », with its thin bar. */
export function ProgressBar({ filed, total }: { filed: number; total: number }) {
  return (
    <span className={style.progress}>
      <span className={style.words}>{progressWords(filed, total)}</span>
      <span className={style.track} aria-hidden="true">
        <span className={style.done} style={{ width: total === 0 ? 0 : `${(filed / total) * 100}%` }} />
      </span>
    </span>
  )
}
