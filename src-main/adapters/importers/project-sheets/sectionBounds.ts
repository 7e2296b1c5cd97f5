import { labelOf, sectionOf } from './sheetLabels.ts'
import type { SourceLine } from './sourceLines.ts'

/** Places in the body of a sheet; -1 where the section is missing. */
export interface SectionBounds {
  /** End of the identification: the description header, or the first label of its texts. */
  readonly identificationTo: number
  /** First line of the texts. */
  readonly textsFrom: number
  /** Header that ends the texts: follow-up, commitments or annexes. */
  readonly closing: number
  readonly annexes: number
}

/** A text may contain « 3.SUIVI DU PROJET » or « ANNEXES »: the true closing comes after the amount, the true annexes after the commitments. */
export function sectionBounds(body: readonly SourceLine[]): SectionBounds {
  const sections = body.map(sectionOf)
  const header = sections.indexOf('description')
  const firstText = body.findIndex((line) =>
    ['description', 'objectives', 'amount'].includes(labelOf(line) ?? ''),
  )
  const identificationTo = header !== -1 ? header : firstText === -1 ? body.length : firstText
  const textsFrom = header !== -1 ? header + 1 : identificationTo
  const amount = body.findIndex((line, index) => index >= textsFrom && labelOf(line) === 'amount')
  const isClosing = (index: number) => ['follow-up', 'commitments', 'annexes'].includes(sections[index] ?? '')
  const closing = body.findIndex((_, index) => index >= Math.max(textsFrom, amount) && isClosing(index))
  if (closing === -1) return { identificationTo, textsFrom, closing, annexes: -1 }
  const commitments = sections.indexOf('commitments', closing)
  const annexes = sections.indexOf('annexes', Math.max(closing, commitments))
  return { identificationTo, textsFrom, closing, annexes }
}
