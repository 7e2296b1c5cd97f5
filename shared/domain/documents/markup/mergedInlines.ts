import type { Inline, Inlines } from './richText.ts'

/** Stretches of text in the same style made one, empty ones left out. */
export function mergedInlines(inlines: Inlines): Inlines {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.type === 'text' && inline.text === '') continue
    if (
      inline.type === 'text' &&
      last?.type === 'text' &&
      last.bold === inline.bold &&
      last.italic === inline.italic
    )
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    else merged.push(inline)
  }
  return merged
}
