import type { Runs } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import type { Character } from './fontFace.ts'
import type { FontFamily, FontStyle } from './fontFamily.ts'
import type { TextStyle } from './pageStyle.ts'

/** One line ready to be drawn. */
export interface Line {
  readonly segments: readonly Segment[]
  /** Without the space that ends it. */
  readonly widthPt: number
}

/** `glyphs` is the inside of a TJ array: hexadecimal strings and kernings. */
export interface Segment {
  readonly style: FontStyle
  readonly glyphs: string
  readonly widthPt: number
}

/** A word with what sticks to it, possibly in several styles. Lines may break after it. */
interface Word {
  readonly pieces: readonly Piece[]
  readonly width: number
  /** Thousandths of the font size, of the spaces that follow it; 0 when a hyphen ends it. */
  readonly spaceWidth: number
}

/** Widths in thousandths of the font size. */
interface Piece {
  readonly style: FontStyle
  readonly text: string
  readonly glyphs: string
  readonly width: number
}

export interface TextMeasure {
  wrap(runs: Runs, style: TextStyle, widthPt: number): readonly Line[]
  /** Width of the widest part that cannot be broken. */
  widestWordPt(runs: Runs, style: TextStyle): number
  /** Width on one line. */
  widthPt(runs: Runs, style: TextStyle): number
}

/** Breaks runs into lines. Each word is measured once per font and remembered for the whole document. */
export function createTextMeasure(fonts: FontFamily): TextMeasure {
  const shaped: Record<string, Map<string, Piece>> = {}

  const shape = (style: FontStyle, text: string): Piece => {
    shaped[style] ??= new Map()
    const known = shaped[style].get(text)
    if (known !== undefined) return known
    const face = fonts[style]
    let glyphs = '<'
    let width = 0
    let previous: Character | undefined
    for (const character of text) {
      const current = face.character(character.codePointAt(0) ?? 0x20)
      const kern = previous === undefined ? 0 : face.kerning(previous, current)
      if (kern !== 0) glyphs += `>${-kern}<`
      glyphs += current.code
      width += current.width + kern
      previous = current
    }
    const piece = { style, text, glyphs: `${glyphs}>`, width }
    shaped[style].set(text, piece)
    return piece
  }

  const words = (runs: Runs, style: TextStyle): readonly Word[] => {
    const found: Word[] = []
    let pieces: Piece[] = []
    const close = (space: Piece | null): void => {
      const all = space === null ? pieces : [...pieces, space]
      const spaceWidth = space?.width ?? 0
      found.push({
        pieces: all,
        width: all.reduce((sum, piece) => sum + piece.width, 0) - spaceWidth,
        spaceWidth,
      })
      pieces = []
    }
    for (const run of runs) {
      const fontStyle = fontStyleOf(run, style)
      for (const part of printableText(run.text).match(partsOfText) ?? []) {
        if (part[0] === ' ') {
          // Spaces that begin a text have no word before them: they are dropped.
          if (pieces.length > 0) close(shape(fontStyle, ' '))
        } else {
          pieces.push(shape(fontStyle, part))
          if (mayBreakAfter.test(part)) close(null)
        }
      }
    }
    if (pieces.length > 0) close(null)
    return found
  }

  /** Cuts a word wider than the line into as many as needed. */
  const fitting = (word: Word, style: TextStyle, widthPt: number): readonly Word[] => {
    const limit = (widthPt * 1000) / style.sizePt
    if (word.width <= limit) return [word]
    const cut: Word[] = []
    let pieces: Piece[] = []
    let width = 0
    for (const piece of word.pieces) {
      for (const character of piece.text) {
        const one = shape(piece.style, character)
        if (width + one.width > limit && pieces.length > 0 && character !== ' ') {
          cut.push({ pieces, width, spaceWidth: 0 })
          pieces = []
          width = 0
        }
        pieces.push(one)
        width += one.width
      }
    }
    cut.push({ pieces, width: width - word.spaceWidth, spaceWidth: word.spaceWidth })
    return cut
  }

  const wrap = (runs: Runs, style: TextStyle, widthPt: number): readonly Line[] => {
    const scale = style.sizePt / 1000
    const limit = widthPt / scale + tolerance
    const lines: Line[] = []
    let line: Word[] = []
    let width = 0
    for (const word of words(runs, style).flatMap((each) => fitting(each, style, widthPt))) {
      if (line.length > 0 && width + word.width > limit) {
        lines.push(toLine(line, scale))
        line = []
        width = 0
      }
      line.push(word)
      width += word.width + word.spaceWidth
    }
    if (line.length > 0) lines.push(toLine(line, scale))
    return lines
  }

  return {
    wrap,
    widestWordPt: (runs, style) =>
      (words(runs, style).reduce((widest, word) => Math.max(widest, word.width), 0) * style.sizePt) / 1000,
    widthPt: (runs, style) => wrap(runs, style, Number.POSITIVE_INFINITY)[0]?.widthPt ?? 0,
  }
}

/** Rounding of widths must not push a word that exactly fits to the next line. */
const tolerance = 0.01

/** Spaces; or a stretch that ends at a space or after a hyphen or slash between letters. No-break spaces are letters here. */
const partsOfText = / +|(?:[^ /-]|(?<!\p{L})[/-]|[/-](?!\p{L}))+(?:[/-](?=\p{L}))?|[/-]/gu
const mayBreakAfter = /\p{L}[/-]$/u

function fontStyleOf(run: Runs[number], style: TextStyle): FontStyle {
  if (run.italic === true) return run.bold === true ? 'semiboldItalic' : 'italic'
  return run.bold === true ? style.strong : style.plain
}

/** Joins pieces of one font into one segment. */
function toLine(words: readonly Word[], scale: number): Line {
  const segments: { style: FontStyle; glyphs: string; widthPt: number }[] = []
  for (const piece of words.flatMap((word) => word.pieces)) {
    const last = segments.at(-1)
    if (last?.style === piece.style) {
      last.glyphs += piece.glyphs
      last.widthPt += piece.width * scale
    } else {
      segments.push({ style: piece.style, glyphs: piece.glyphs, widthPt: piece.width * scale })
    }
  }
  for (const segment of segments) segment.glyphs = segment.glyphs.replaceAll('><', '')
  const total = segments.reduce((sum, segment) => sum + segment.widthPt, 0)
  return { segments, widthPt: total - (words.at(-1)?.spaceWidth ?? 0) * scale }
}
