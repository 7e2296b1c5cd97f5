import { type PDFContext, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { compressedStream } from './compressedStream.ts'
import type { Character, FontFace } from './fontFace.ts'

/**
 * Embeds the glyphs that were used. `CIDToGIDMap` leads from our code per character to the glyph of the subset, and
 * `ToUnicode` back to the character, so that copying, searching and screen readers get the typed text.
 */
export function embedFont(context: PDFContext, face: FontFace): PDFRef {
  const subset = face.font.createSubset()
  const subsetGlyphs = face.characters.map((character) => subset.includeGlyph(character.glyphId))
  const name = `${subsetTag(face.characters)}+${face.postscriptName}`
  const scale = 1000 / face.font.unitsPerEm
  const { minX, minY, maxX, maxY } = face.font.bbox
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: symbolic | (face.font.italicAngle === 0 ? 0 : italic),
      FontBBox: [minX, minY, maxX, maxY].map((edge) => Math.round(edge * scale)),
      ItalicAngle: face.font.italicAngle,
      Ascent: Math.round(face.ascent),
      Descent: Math.round(face.descent),
      CapHeight: Math.round(face.capHeight),
      XHeight: Math.round(face.font.xHeight * scale),
      StemV: 80,
      FontFile2: context.register(fontFile(context, subset.encode())),
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, face.characters.map((character) => character.width)],
      CIDToGIDMap: context.register(compressedStream(context, glyphMap(subsetGlyphs))),
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(compressedStream(context, latin1(toUnicode(face.characters)))),
    }),
  )
}

const symbolic = 4
const italic = 64

function fontFile(context: PDFContext, bytes: Uint8Array) {
  const stream = compressedStream(context, bytes)
  stream.dict.set(PDFName.of('Length1'), context.obj(bytes.length))
  return stream
}

/** Two bytes per cid, cid 0 included. */
function glyphMap(subsetGlyphs: readonly number[]): Uint8Array {
  const map = new Uint8Array(2 + subsetGlyphs.length * 2)
  subsetGlyphs.forEach((glyph, index) => {
    map[2 + index * 2] = glyph >> 8
    map[3 + index * 2] = glyph & 0xff
  })
  return map
}

/** Six capitals made from the characters used: the same text gives the same tag. */
function subsetTag(characters: readonly Character[]): string {
  let hash = 2166136261
  for (const { codePoint } of characters) hash = Math.imul(hash ^ codePoint, 16777619) >>> 0
  let tag = ''
  for (let index = 0; index < 6; index++) {
    tag += String.fromCharCode(65 + (hash % 26))
    hash = Math.floor(hash / 26)
  }
  return tag
}

function toUnicode(characters: readonly Character[]): string {
  const blocks: string[] = []
  // A bfchar block holds at most 100 entries.
  for (let start = 0; start < characters.length; start += 100) {
    const entries = characters.slice(start, start + 100)
    const lines = entries.map(({ code, codePoint }) => `<${code}> <${utf16Hex(codePoint)}>`)
    blocks.push(`${entries.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

const utf16Hex = (codePoint: number): string =>
  Array.from({ length: codePoint > 0xffff ? 2 : 1 }, (_, index) =>
    String.fromCodePoint(codePoint).charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('')

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Text strings of the document are written in UTF-16, accents included. */
export const textString = (text: string): PDFHexString => PDFHexString.fromText(text)
