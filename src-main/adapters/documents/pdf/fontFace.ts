import { create } from '@cantoo/fontkit'

/**
 * One font, measured. A code point has one code in the PDF (`cid`), whatever glyph shows it: a character the font
 * lacks is shown as « □ » while its true value stays in the text of the file [PG5]. Widths and kernings are asked
 * of the font once per character and per pair: that is what makes long tables fast.
 */
export interface FontFace {
  readonly postscriptName: string
  readonly font: OpenedFont
  /** Characters met so far, in the order of their cid (cid 0 is never used). */
  readonly characters: readonly Character[]
  /** Thousandths of the font size. */
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  character(codePoint: number): Character
  /** Kerning between two characters, thousandths of the font size; usually 0. */
  kerning(left: Character, right: Character): number
}

export interface Character {
  readonly cid: number
  /** Four hexadecimal digits. */
  readonly code: string
  readonly codePoint: number
  readonly glyphId: number
  /** Thousandths of the font size. */
  readonly width: number
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

export function openFontFace(bytes: Uint8Array): FontFace {
  const font = create(bytes) as unknown as OpenedFont
  const scale = 1000 / font.unitsPerEm
  const characters: Character[] = []
  const byCodePoint = new Map<number, Character>()
  const kernings = new Map<number, number>()

  const character = (codePoint: number): Character => {
    const known = byCodePoint.get(codePoint)
    if (known !== undefined) return known
    const glyph = font.glyphForCodePoint(font.hasGlyphForCodePoint(codePoint) ? codePoint : missingShownAs)
    const cid = characters.length + 1
    const met: Character = {
      cid,
      code: cid.toString(16).padStart(4, '0'),
      codePoint,
      glyphId: glyph.id,
      width: Math.round(glyph.advanceWidth * scale),
    }
    characters.push(met)
    byCodePoint.set(codePoint, met)
    return met
  }

  const kerning = (left: Character, right: Character): number => {
    if (left.codePoint === narrowNoBreakSpace) return narrowSpaceWidening
    const pair = left.cid * 65_536 + right.cid
    const known = kernings.get(pair)
    if (known !== undefined) return known
    const laidOut = font.layout(String.fromCodePoint(left.codePoint, right.codePoint)).positions
    const advance = laidOut.length === 2 ? laidOut[0]?.xAdvance : undefined
    const kern = advance === undefined ? 0 : Math.round(advance * scale - left.width)
    kernings.set(pair, kern)
    return kern
  }

  return {
    postscriptName: font.postscriptName,
    font,
    characters,
    ascent: font.ascent * scale,
    descent: font.descent * scale,
    capHeight: font.capHeight * scale,
    character,
    kerning,
  }
}

const missingShownAs = 0x25a1
const narrowNoBreakSpace = 0x202f
/** The font's own is an eighth of an em, too thin to tell thousands apart in a column of amounts. */
const narrowSpaceWidening = 55
