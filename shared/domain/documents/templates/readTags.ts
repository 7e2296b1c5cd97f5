/** A piece of a text with tags: plain text, a field to print, or the limit of a section. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field' | 'open' | 'inverted' | 'close'; readonly name: string; readonly text: string }

/** `{name}`, `{#name}`, `{^name}`, `{/name}` or `{/}`; `{@name}` is a field too. What is between no braces is text. */
export function readTags(text: string): readonly TemplatePart[] {
  if (!text.includes('{')) return text === '' ? [] : [{ kind: 'text', text }]
  const parts: TemplatePart[] = []
  let from = 0
  for (const match of text.matchAll(/\{([#^/@]?)\s*([^{}]*?)\s*\}/gu)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    const kind = kinds[match[1] ?? ''] ?? 'field'
    parts.push({ kind, name: match[2] ?? '', text: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

const kinds: Readonly<Record<string, 'open' | 'inverted' | 'close'>> = {
  '#': 'open',
  '^': 'inverted',
  '/': 'close',
}
