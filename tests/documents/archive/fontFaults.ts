import { create } from '@cantoo/fontkit'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from 'pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** Each font is embedded, its widths are those of its glyphs, and every code leads to a glyph and to a character. */
export function fontFaults({ context }: PDFDocument): readonly string[] {
  return context.enumerateIndirectObjects().flatMap(([ref, font]) => {
    if (!(font instanceof PDFDict) || font.get(name('Type')) !== name('Font')) return []
    if (font.get(name('Subtype')) === name('CIDFontType2')) return []
    if (font.get(name('Subtype')) !== name('Type0')) return [`${ref}: simple font`]
    const descendant = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
    const file = descendant.lookup(name('FontDescriptor'), PDFDict).lookup(name('FontFile2'))
    const toUnicode = font.lookup(name('ToUnicode'))
    const glyphMap = descendant.lookup(name('CIDToGIDMap'))
    if (!(file instanceof PDFRawStream)) return [`${ref}: not embedded`]
    if (!(toUnicode instanceof PDFRawStream)) return [`${ref}: no Unicode text`]
    if (!(glyphMap instanceof PDFRawStream)) return [`${ref}: no map of glyphs`]
    const map = decodePDFRawStream(glyphMap).decode()
    const glyphs = Array.from(
      { length: map.length / 2 - 1 },
      (_, index) => ((map[index * 2 + 2] ?? 0) << 8) + (map[index * 2 + 3] ?? 0),
    )
    const embedded = create(Buffer.from(decodePDFRawStream(file).decode())) as unknown as {
      readonly unitsPerEm: number
      getGlyph(id: number): { readonly advanceWidth: number }
    }
    const widths = descendant.lookup(name('W'), PDFArray).lookup(1, PDFArray)
    const wrong = glyphs.filter((glyph, index) => {
      const asked = widths.lookup(index, PDFNumber).asNumber()
      return Math.abs(asked - (embedded.getGlyph(glyph).advanceWidth * 1000) / embedded.unitsPerEm) > 1
    })
    const texts = Buffer.from(decodePDFRawStream(toUnicode).decode())
      .toString('latin1')
      .match(/^<[0-9a-f]{4}> <[0-9a-f]+>$/gm)
      // The first line says how many bytes a code has.
      ?.filter((line) => line !== '<0000> <ffff>')
    const faults: (string | false)[] = [
      glyphs.includes(0) && 'a code without glyph',
      wrong.length > 0 && `${wrong.length} widths are not those of the glyphs`,
      texts?.length !== glyphs.length && 'a code without character',
      texts?.some((line) => /<(?:0000|feff|fffe)>$/.test(line)) === true && 'a character that is none',
    ]
    return faults.filter((fault) => fault !== false).map((fault) => `${ref}: ${fault}`)
  })
}
