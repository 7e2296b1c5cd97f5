import { frenchList } from '../../documents/typography.ts'
import type { ClosingCode } from '../closingCodes.ts'
import type { ClosingInput } from '../closingInput.ts'
import type { AgendaItem } from '../session.ts'

/** What looking at one check gave. Green: nothing is missing. */
export interface Finding {
  readonly code: ClosingCode
  readonly isGreen: boolean
  /** French. */
  readonly sentence: string
  readonly itemIds: readonly string[]
}

/** Green when there is no item at fault. */
export const findingOnItems = (
  code: ClosingCode,
  items: readonly AgendaItem[],
  sentences: { readonly green: string; readonly open: string },
): Finding => ({
  code,
  isGreen: items.length === 0,
  sentence: items.length === 0 ? sentences.green : sentences.open,
  itemIds: items.map(({ id }) => id),
})

/** « n° 3, n° 5 et « Règlement intérieur » »; beyond ten, how many others. */
export function itemNames(
  items: readonly AgendaItem[],
  { candidatures }: Pick<ClosingInput, 'candidatures'>,
): string {
  const names = items.map(({ candidatureId, title }) => {
    const number = candidatures.get(candidatureId ?? '')?.number
    return number === undefined ? `« ${title} »` : `n° ${number}`
  })
  return names.length <= most
    ? frenchList(names)
    : `${names.slice(0, most - 1).join(', ')} et ${names.length - most + 1} autres`
}

const most = 10
