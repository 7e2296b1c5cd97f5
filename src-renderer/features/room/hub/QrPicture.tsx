import style from './Door.module.css'
import { qrPath } from './qrPath.ts'

/** The QR that the host computed, with the quiet zone that readers need. */
export function QrPicture({ rows, label }: { rows: readonly string[]; label: string }) {
  const side = rows.length + 2 * quietSquares
  return (
    <svg className={style.qr} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="white" />
      <path d={qrPath(rows, quietSquares)} fill="black" />
    </svg>
  )
}

const quietSquares = 4
