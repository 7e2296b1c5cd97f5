import { create } from '@cantoo/fontkit'

/**
 * What a font says of characters, whatever the document: reading its tables costs more than laying out a letter, so that
 * one is kept for all the documents of a host. It only remembers what the file says: the same answers, early or late.
 */
export interface MeasuredFont {
  readonly font: OpenedFont
  /** From units of the font to thousandths of its size. */
  readonly scale: number
  /** Width in thousandths of the font size. */
  glyph(codePoint: number): { readonly id: number; readonly width: number }
  /** Kerning between two characters, thousandths of the font size; usually 0. */
  kerning(leftCodePoint: number, rightCodePoint: number): number
}

/** The part of fontkit's font that is used. */
export interface OpenedFont {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly bbox: {
    readonly minX: number
    readonly minY: number
    readonly maxX: number
    readonly maxY: number
  }
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number }
  layout(text: string): { readonly positions: readonly { readonly xAdvance: number }[] }
  createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array }
}

export function measureFont(bytes: Uint8Array): MeasuredFont {
  const font = create(bytes) as unknown as OpenedFont
  const scale = 1000 / font.unitsPerEm
  const glyphs = new Map<number, { readonly id: number; readonly width: number }>()
  const kernings = new Map<number, number>()

  const glyph: MeasuredFont['glyph'] = (codePoint) => {
    const known = glyphs.get(codePoint)
    if (known !== undefined) return known
    const shown = font.hasGlyphForCodePoint(codePoint) ? codePoint : missingShownAs
    const { id, advanceWidth } = font.glyphForCodePoint(shown)
    const met = { id, width: Math.round(advanceWidth * scale) }
    glyphs.set(codePoint, met)
    return met
  }

  const kerning: MeasuredFont['kerning'] = (left, right) => {
    if (left === narrowNoBreakSpace) return narrowSpaceWidening
    const pair = left * codePoints + right
    const known = kernings.get(pair)
    if (known !== undefined) return known
    const laidOut = font.layout(String.fromCodePoint(left, right)).positions
    const advance = laidOut.length === 2 ? laidOut[0]?.xAdvance : undefined
    const kern = advance === undefined ? 0 : Math.round(advance * scale - glyph(left).width)
    kernings.set(pair, kern)
    return kern
  }

  return { font, scale, glyph, kerning }
}

/** More than any code point. */
const codePoints = 0x11_0000
const missingShownAs = 0x25a1
const narrowNoBreakSpace = 0x202f
/** The font's own is an eighth of an em, too thin to tell thousands apart in a column of amounts. */
const narrowSpaceWidening = 55
