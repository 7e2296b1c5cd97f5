import type { Orientation } from '#shared/domain/documents/model.ts'
import { childOf, type XmlElement } from '../xml/xmlTree.ts'

/** The pages of a section, in twentieths of a point; A4 with the margins of Word when it says nothing. */
export interface Pages {
  readonly orientation: Orientation
  readonly rightMarginTwips: number
  /** Between the margins, should the section be turned this way. */
  contentTwips(orientation: Orientation): number
}

export function pagesOf(section: XmlElement | undefined): Pages {
  const size = childOf(section, 'w:pgSz')?.attributes
  const margins = childOf(section, 'w:pgMar')?.attributes
  const width = lengthOf(size?.['w:w'], 11_906)
  const height = lengthOf(size?.['w:h'], 16_838)
  const left = lengthOf(margins?.['w:left'], 1417)
  const right = lengthOf(margins?.['w:right'], 1417)
  const orientation = width > height ? 'landscape' : 'portrait'
  return {
    orientation,
    rightMarginTwips: right,
    contentTwips: (turned) =>
      Math.max(narrowestTwips, (turned === orientation ? width : height) - left - right),
  }
}

const narrowestTwips = 3000

const lengthOf = (value: string | undefined, otherwise: number): number => {
  const length = Math.abs(Number(value))
  return Number.isFinite(length) && length > 0 && length < 40_000 ? length : otherwise
}

/** Turns the pages of a section, in place. */
export function turn(section: XmlElement, orientation: Orientation): void {
  if (pagesOf(section).orientation === orientation) return
  const size = childOf(section, 'w:pgSz')
  if (size === undefined) return
  const { 'w:w': width = '11906', 'w:h': height = '16838' } = size.attributes
  size.attributes['w:w'] = height
  size.attributes['w:h'] = width
  if (orientation === 'landscape') size.attributes['w:orient'] = 'landscape'
  else delete size.attributes['w:orient']
}
