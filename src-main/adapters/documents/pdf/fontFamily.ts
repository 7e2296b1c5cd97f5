import { type FontFace, openFontFace } from './fontFace.ts'
import { type MeasuredFont, measureFont } from './measuredFont.ts'

/** The five TrueType files of Source Sans 3, whole. */
export interface FontBytes {
  readonly regular: Uint8Array
  readonly italic: Uint8Array
  readonly semibold: Uint8Array
  readonly semiboldItalic: Uint8Array
  readonly bold: Uint8Array
}

export type FontStyle = keyof FontBytes

export type FontFamily = Readonly<Record<FontStyle, FontFace>>

/** Order in which fonts are named F1… in the file. */
export const fontStyles = [
  'regular',
  'italic',
  'semibold',
  'semiboldItalic',
  'bold',
] as const satisfies FontStyle[]

/** The five fonts read once for many documents. */
export type MeasuredFonts = Readonly<Record<FontStyle, MeasuredFont>>

/** Fonts to draw a document with. */
export type FontSource = FontBytes | MeasuredFonts

export const measureFonts = (bytes: FontBytes): MeasuredFonts => ({
  regular: measureFont(bytes.regular),
  italic: measureFont(bytes.italic),
  semibold: measureFont(bytes.semibold),
  semiboldItalic: measureFont(bytes.semiboldItalic),
  bold: measureFont(bytes.bold),
})

/** For one document: which characters it uses, and their codes in its file. */
export const openFontFamily = (source: FontSource): FontFamily => ({
  regular: openFontFace(source.regular),
  italic: openFontFace(source.italic),
  semibold: openFontFace(source.semibold),
  semiboldItalic: openFontFace(source.semiboldItalic),
  bold: openFontFace(source.bold),
})
