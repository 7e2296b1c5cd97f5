/** Reads JSON that somebody else wrote. Throws `SyntaxError` for what is none, and where a name is escaped: see {@link hasEscapedName}. */
export function parseJson(text: string): unknown {
  if (hasEscapedName(text)) throw new SyntaxError('a member name is written with an escape')
  return JSON.parse(text)
}

/**
 * Whether some member name of a JSON text is written with an escape. Engines of today may read `"a\n"` as `a\` once they have
 * seen a name `a\` at the same place (nodejs/node#63785): two laptops would read one text differently. None of our own names
 * needs one.
 */
export function hasEscapedName(text: string): boolean {
  // Almost no text holds an escape; where one does, each string is looked at, and whether it is a name.
  if (!text.includes('\\')) return false
  for (const [, content, colon] of text.matchAll(strings))
    if (colon !== '' && content?.includes('\\')) return true
  return false
}

/** Each string of a JSON text, and the colon behind it when it is a member name. */
const strings = /"([^"\\]*(?:\\.[^"\\]*)*)"[ \t\n\r]*(:?)/gs
