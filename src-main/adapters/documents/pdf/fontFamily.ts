import { type FontFace, openFontFace } from './fontFace.ts'

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

export const openFontFamily = (bytes: FontBytes): FontFamily => ({
  regular: openFontFace(bytes.regular),
  italic: openFontFace(bytes.italic),
  semibold: openFontFace(bytes.semibold),
  semiboldItalic: openFontFace(bytes.semiboldItalic),
  bold: openFontFace(bytes.bold),
})
