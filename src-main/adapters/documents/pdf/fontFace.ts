import { type MeasuredFont, measureFont, type OpenedFont } from './measuredFont.ts'

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

/** `source`: the bytes of the font, or the font already read for other documents. */
export function openFontFace(source: Uint8Array | MeasuredFont): FontFace {
  const measured = source instanceof Uint8Array ? measureFont(source) : source
  const { font, scale } = measured
  const characters: Character[] = []
  const byCodePoint = new Map<number, Character>()

  const character = (codePoint: number): Character => {
    const known = byCodePoint.get(codePoint)
    if (known !== undefined) return known
    const { id: glyphId, width } = measured.glyph(codePoint)
    const cid = characters.length + 1
    const met: Character = { cid, code: cid.toString(16).padStart(4, '0'), codePoint, glyphId, width }
    characters.push(met)
    byCodePoint.set(codePoint, met)
    return met
  }

  return {
    postscriptName: font.postscriptName,
    font,
    characters,
    ascent: font.ascent * scale,
    descent: font.descent * scale,
    capHeight: font.capHeight * scale,
    character,
    kerning: (left, right) => measured.kerning(left.codePoint, right.codePoint),
  }
}
