import { encode } from 'uqr'
import type { Box } from './pageCanvas.ts'

/** Side of the code, 12.7 mm: a module is half a millimetre, four dots of a scan at 200 dots an inch. */
export const pageCodeSidePt = 36
/** White that a reader asks for around the code: four modules. */
export const pageCodeQuietPt = 6

/** The dark parts of a QR code, as boxes of one shape. Error correction M: a stamp or a fold over it is no loss. */
export function pageCodeBoxes(text: string, leftPt: number, topPt: number): readonly Box[] {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 0, minVersion: 2 })
  const modulePt = pageCodeSidePt / size
  return data.flatMap((row, rowIndex) =>
    darkStretches(row).map(
      ([from, to]): Box => [
        leftPt + from * modulePt,
        topPt + rowIndex * modulePt,
        (to - from) * modulePt,
        modulePt,
      ],
    ),
  )
}

function darkStretches(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const starts = row.flatMap((dark, index) => (dark && row[index - 1] !== true ? [index] : []))
  return starts.map((from) => {
    const length = row.slice(from).indexOf(false)
    return [from, length === -1 ? row.length : from + length]
  })
}
