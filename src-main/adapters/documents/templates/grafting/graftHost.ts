import type { WordPackage } from '../xml/wordPackage.ts'
import type { XmlElement } from '../xml/xmlTree.ts'

/** A part of a file into which something is brought. */
export interface GraftHost {
  readonly word: WordPackage
  readonly path: string
  readonly root: XmlElement
}
