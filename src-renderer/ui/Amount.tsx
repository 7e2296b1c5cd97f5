import style from './figures.module.css'
import { formatAmount } from './formatAmount.ts'

/** Euros as in print: « 47 291 € »; a dash when there is none. */
export function Amount({ cents, withCents = false }: { cents: number | null; withCents?: boolean }) {
  return cents === null ? (
    <span className={style.none}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">sans montant</span>
    </span>
  ) : (
    <span className={style.figure}>{formatAmount(cents, { withCents })}</span>
  )
}
