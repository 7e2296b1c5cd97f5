import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { allowedMarks } from './allowedMarks.ts'
import type { Scale } from './grid.ts'
import { isOnScale } from './isOnScale.ts'

/**
 * [GR2] Reads a mark as people key it or as a spreadsheet carries it; the value in hundredths of a point. Case and
 * outer spaces do not matter. « N », « so », « sans objet », « NC » mean not applicable, except that on a yes/no scale
 * « n » is « non »: there a bare letter answers the question.
 *
 * Refusal: `mark.not-on-scale` with `text` and `allowed` (French, as displayed).
 */
export function parseMark(scale: Pick<Scale, 'kind'>, text: string): Result<number | 'not-applicable'> {
  const keyed = text.trim().toLowerCase()
  const hundredths = readers[scale.kind](keyed)
  if (hundredths !== null && isOnScale(scale.kind, hundredths)) return ok(hundredths)
  if (notApplicableWords.includes(keyed)) return ok('not-applicable')
  return refuse('mark.not-on-scale', { text, allowed: allowedMarks(scale) })
}

const notApplicableWords: readonly string[] = [
  'n',
  'so',
  's.o.',
  'sans objet',
  'nc',
  'non concerné',
  'non concernée',
]

/** Spreadsheets write 4,0 for 4. */
const readWhole = (keyed: string): number | null => {
  const read = /^(\d{1,2})(?:[.,]0+)?$/.exec(keyed)
  return read ? Number(read[1]) * 100 : null
}

/** Hundredths from the digits themselves: 12,5 never passes through a binary fraction. */
function readHalf(keyed: string): number | null {
  const read = /^(\d{1,2})(?:[.,]([05])0*)?$/.exec(keyed)
  return read ? Number(read[1]) * 100 + Number(read[2] ?? 0) * 10 : null
}

const readLetter = (keyed: string): number | null =>
  /^[a-d]$/.test(keyed) ? 'dcba'.indexOf(keyed) * 100 : null

const readYesNo = (keyed: string): number | null =>
  ['oui', 'o', 'yes', 'y'].includes(keyed) ? 100 : ['non', 'n', 'no'].includes(keyed) ? 0 : null

const readers: Readonly<Record<Scale['kind'], (keyed: string) => number | null>> = {
  '0-3': readWhole,
  '0-5': readWhole,
  '0-10': readHalf,
  '0-20': readHalf,
  'A-D': readLetter,
  'yes-no': readYesNo,
}
