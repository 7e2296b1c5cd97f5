import type { HistoryLine } from '#shared/contract/answers.ts'
import { formatCount } from '../ui/formatCount.ts'
import { formatInstant } from '../ui/formatDate.ts'
import style from './Standing.module.css'

/** The order that counts is that of reception: its place and its instant, or that it is awaited. Nothing on a file that is alone. */
export function Receipt({ line: { receipt } }: { line: HistoryLine }) {
  if (receipt === undefined) return null
  return (
    <span className={style.receipt}>
      {receipt === null
        ? 'à envoyer : enregistré ici, sans rang encore'
        : `reçu au rang ${formatCount(receipt.place)}, le ${formatInstant(receipt.at)}`}
    </span>
  )
}
