import type { Orientation } from '#shared/domain/documents/model.ts'
import type { FontStyle } from './fontFamily.ts'

/** All lengths in points (1/72 inch), measured from the top left corner of the page. */
export interface PageGeometry {
  readonly widthPt: number
  readonly heightPt: number
  readonly leftPt: number
  readonly contentWidthPt: number
  readonly topPt: number
  readonly contentHeightPt: number
}

const a4ShortPt = 595.28
const a4LongPt = 841.89
const sideMarginPt = 62
const topMarginPt = 66
const bottomMarginPt = 76

export function pageGeometry(orientation: Orientation): PageGeometry {
  const [widthPt, heightPt] = orientation === 'portrait' ? [a4ShortPt, a4LongPt] : [a4LongPt, a4ShortPt]
  return {
    widthPt,
    heightPt,
    leftPt: sideMarginPt,
    contentWidthPt: widthPt - 2 * sideMarginPt,
    topPt: topMarginPt,
    contentHeightPt: heightPt - topMarginPt - bottomMarginPt,
  }
}

export interface TextStyle {
  readonly sizePt: number
  readonly linePt: number
  readonly plain: FontStyle
  readonly strong: FontStyle
  readonly color: Color
}

/** Three components, 0 to 1, of sRGB. */
export type Color = readonly [number, number, number]

export const ink: Color = [0.1, 0.11, 0.13]
/** For what a machine reads. */
export const black: Color = [0, 0, 0]
/** 7:1 on white. */
export const quietInk: Color = [0.33, 0.35, 0.39]
export const accent: Color = [0.1, 0.21, 0.37]
export const hairline: Color = [0.76, 0.78, 0.81]
export const bandFill: Color = [0.945, 0.953, 0.965]

const text = (sizePt: number, linePt: number, rest: Partial<TextStyle> = {}): TextStyle => ({
  sizePt,
  linePt,
  plain: 'regular',
  strong: 'semibold',
  color: ink,
  ...rest,
})

export const textStyles = {
  overline: text(10, 14, { plain: 'semibold', color: quietInk }),
  title: text(23, 28, { plain: 'bold', strong: 'bold', color: accent }),
  subtitle: text(12, 17, { color: ink }),
  heading1: text(14.5, 19, { plain: 'semibold', color: accent }),
  heading2: text(11.5, 15.5, { plain: 'semibold', color: accent }),
  heading3: text(10.5, 14.5, { plain: 'semibold' }),
  body: text(10.5, 14.7),
  address: text(10.5, 13.4),
  note: text(8.8, 12.2, { color: quietInk }),
  key: text(9.6, 14.2, { color: quietInk }),
  value: text(10.2, 14.2),
  caption: text(9.6, 13.5, { plain: 'semibold' }),
  tableHead: text(8.6, 11.4, { plain: 'semibold', color: quietInk }),
  cell: text(9.2, 12.2),
  totalCell: text(9.2, 12.2, { plain: 'semibold' }),
  furniture: text(7.8, 10, { color: quietInk }),
  digest: text(6.8, 9, { color: quietInk }),
} as const satisfies Record<string, TextStyle>
