import style from './figures.module.css'
import { formatDate, formatInstant } from './formatDate.ts'

/** A day (« 22 novembre 2026 ») or, when the text holds an hour, an instant (« 22 novembre 2026 à 14:32 »). */
export function DateText({ iso }: { iso: string | null }) {
  if (iso === null || iso === '') return <span className={style.none}>date inconnue</span>
  return (
    <time className={style.date} dateTime={iso}>
      {iso.includes('T') ? formatInstant(iso) : formatDate(iso)}
    </time>
  )
}
