import type { Block, DocumentModel } from '#shared/domain/documents/model.ts'
import type { WordPackage } from '../xml/wordPackage.ts'
import type { XmlElement } from '../xml/xmlTree.ts'
import type { ListLabel } from './listLabels.ts'
import type { ParagraphLook, StyleSheet } from './styleSheet.ts'

/** What the reading of one file shares from a part to the next. */
export interface ReadingContext {
  readonly word: WordPackage
  readonly sheet: StyleSheet
  readonly like: DocumentModel
  /** Asked once for each paragraph, in order. */
  labelOf(look: ParagraphLook): ListLabel | null
  /** The blocks of a body, a header, a cell or a box of this part. */
  readBlocks(parent: XmlElement, path: string): readonly Block[]
  /** The bytes that a relationship of this part leads to, inside the file. */
  fileOf(path: string, id: string | undefined): Uint8Array | undefined
  /** Texts of the footnotes by id, and the ids that were met, in order. */
  readonly footnotes: ReadonlyMap<string, string>
  readonly metFootnotes: string[]
  /** What Word numbers a heading with, for those it numbers. */
  readonly headingLabels: Map<Block, string>
  /** Paragraphs that name the table after them. */
  readonly captions: Set<Block>
  /** A letter has one addressee. */
  readonly addressed: { is: boolean }
}
