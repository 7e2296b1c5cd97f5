import { elementsOf, type XmlElement } from '../xml/xmlTree.ts'

/** Everything inside, the pieces included. */
export function* everyElement(pieces: readonly XmlElement[]): Generator<XmlElement> {
  for (const piece of pieces) {
    yield piece
    yield* everyElement(elementsOf(piece))
  }
}
