import { addRelationship, declareContent, relationshipsOf, type WordPackage } from '../xml/wordPackage.ts'
import type { XmlElement } from '../xml/xmlTree.ts'
import { everyElement } from './everyElement.ts'
import type { GraftHost } from './graftHost.ts'

/** Brings the pictures of the pieces under names that the file has not yet given. */
export function bringPictures(
  { word, path }: GraftHost,
  from: WordPackage,
  pieces: readonly XmlElement[],
): void {
  const there = relationshipsOf(from, from.main)
  const brought = new Map<string, string>()
  for (const { name, attributes } of everyElement(pieces)) {
    const id = name === 'a:blip' ? attributes['r:embed'] : undefined
    const picture = there.find((each) => each.id === id)
    const bytes = picture === undefined ? undefined : from.entries.get(picture.target)
    if (picture === undefined || bytes === undefined) continue
    const known = brought.get(picture.target)
    if (known !== undefined) {
      attributes['r:embed'] = known
      continue
    }
    const extension = picture.target.slice(picture.target.lastIndexOf('.') + 1)
    const target = keptPicture(word, bytes, extension)
    declareContent(word, { extension }, extension === 'png' ? 'image/png' : 'image/jpeg')
    const here = addRelationship(word, path, 'image', target)
    brought.set(picture.target, here)
    attributes['r:embed'] = here
  }
}

/** One copy of a picture that several parts show. */
function keptPicture(word: WordPackage, bytes: Uint8Array, extension: string): string {
  for (let number = 1; ; number += 1) {
    const path = `word/media/delibere${number}.${extension}`
    const taken = word.entries.get(path)
    if (taken === undefined) {
      word.entries.set(path, bytes)
      return path
    }
    if (Buffer.compare(taken, bytes) === 0) return path
  }
}
