/**
 * The text that may be printed: composed accents (NFC), one line, no control character, no invisible or
 * direction-changing character (they would let a name read differently on screen and on paper), no half character.
 * Both renderings and `plainText` pass every string through here, so they cannot differ [DC3].
 */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(unprintable, ' ')
    .replace(notCharacters, '\uFFFD')
}

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unprintable = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu
const notCharacters = /[\p{Noncharacter_Code_Point}]/gu
