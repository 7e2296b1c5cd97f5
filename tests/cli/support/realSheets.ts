import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The 49 real sheets lie beside the repository, never in it. */
export const sheetsPath = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'shared',
  'data',
  'fiches-itn7.txt',
)

export const sheetsAreThere = existsSync(sheetsPath)

/** Amounts in cents, in the order of the sheets, read without any code of the program. */
export function amountsByHand(): readonly number[] {
  const lines = readFileSync(sheetsPath, 'utf8').split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (line !== 'Montant du financement France Relance') return []
    const [, euros = '', cents = '00'] = /^([\d ]+)(?:[.,](\d{2}))?/.exec(lines[index + 1] ?? '') ?? []
    return [Number(euros.replaceAll(' ', '')) * 100 + Number(cents)]
  })
}
