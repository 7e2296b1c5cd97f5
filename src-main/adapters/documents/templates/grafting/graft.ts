import { readPart, type WordPackage } from '../xml/wordPackage.ts'
import { copyOf, type XmlElement } from '../xml/xmlTree.ts'
import { bringNumbering } from './bringNumbering.ts'
import { bringPictures } from './bringPictures.ts'
import { bringStyles } from './bringStyles.ts'
import type { GraftHost } from './graftHost.ts'

/**
 * Copies of these pieces of another Word file, ready to stand in this one: with its styles where they have the same
 * name, ours where it has none; lists, pictures and names of their own.
 */
export function graft(host: GraftHost, from: WordPackage, pieces: readonly XmlElement[]): XmlElement[] {
  const copies = pieces.map(copyOf)
  const source = readPart(from, from.main)
  // The pieces are written with the prefixes of the file they come from.
  for (const [name, value] of Object.entries(source?.attributes ?? {}))
    if (name.startsWith('xmlns:')) host.root.attributes[name] ??= value
  const styles = bringStyles(host.word, from, copies)
  bringNumbering(host.word, from, copies, styles)
  bringPictures(host, from, copies)
  return copies
}
