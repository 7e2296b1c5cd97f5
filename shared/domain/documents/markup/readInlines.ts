import { mergedInlines } from './mergedInlines.ts'
import type { Inline, Inlines } from './richText.ts'

/**
 * The text of one line, emphasis and references to dossiers read out of it. `*` and `**` are switches: each is one only
 * if another answers it further on the same line, an opening one before a letter, a closing one after it [MK2].
 */
export function readInlines(line: string): Inlines {
  const tokens = tokensOf(line)
  const bold = switches(tokens, 2)
  const italic = switches(tokens, 1)
  const inlines: Inline[] = []
  let emphasis = { bold: false, italic: false }
  tokens.forEach((token, index) => {
    if (token.type === 'dossier') inlines.push({ ...token, ...emphasis })
    else if (token.type === 'text') inlines.push({ ...token, ...emphasis })
    else {
      const used = (bold.has(index) ? 2 : 0) + (italic.has(index) ? 1 : 0)
      // What answers nothing stays where it was typed.
      const left = '*'.repeat(token.stars - used)
      if (left !== '') inlines.push({ type: 'text', text: left, ...emphasis })
      emphasis = {
        bold: emphasis.bold !== bold.has(index),
        italic: emphasis.italic !== italic.has(index),
      }
    }
  })
  return mergedInlines(inlines)
}

/** What a backslash makes a plain character again; before anything else it is itself, as in « C:\dossiers ». */
export const escapable = '\\*[]#-.'

type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'dossier'; readonly number: number }
  | { readonly type: 'stars'; readonly stars: number; readonly opens: boolean; readonly closes: boolean }

const tokenPattern = /\\([\\*[\]#\-.])|\[\[([1-9]\d{0,5})\]\]|(\*+)|[^\\*[]+|[\\[]/gu

function tokensOf(line: string): readonly Token[] {
  return [...line.matchAll(tokenPattern)].map((match): Token => {
    const [whole, escaped, number, stars] = match
    if (number !== undefined) return { type: 'dossier', number: Number(number) }
    if (stars === undefined) return { type: 'text', text: escaped ?? whole }
    const before = line.charAt(match.index - 1)
    const after = line.charAt(match.index + stars.length)
    return {
      type: 'stars',
      stars: stars.length,
      opens: after.trim() !== '',
      closes: before.trim() !== '',
    }
  })
}

/** Places of the marks of so many stars (alone, or within three) that answer one another. */
function switches(tokens: readonly Token[], stars: 1 | 2): ReadonlySet<number> {
  const places = tokens.flatMap((token, index) =>
    token.type === 'stars' && (token.stars === stars || token.stars === 3) ? [{ ...token, index }] : [],
  )
  const used = new Set<number>()
  // Looking for the end of each mark again would be slow on a line of thousands of stars.
  const lastClosing = places.findLastIndex(({ closes }) => closes)
  let opening: number | null = null
  places.forEach((place, order) => {
    if (opening === null) {
      if (place.opens && order < lastClosing) opening = place.index
    } else if (place.closes) {
      used.add(opening).add(place.index)
      opening = null
    }
  })
  return used
}
