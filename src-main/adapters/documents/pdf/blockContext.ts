import type { Block } from '#shared/domain/documents/model.ts'
import type { OutlinedHeading } from './headingOutline.ts'
import type { Landmarks } from './landmarks.ts'
import type { PageGeometry } from './pageStyle.ts'
import type { PictureBook } from './pictureBook.ts'
import type { StructureElement } from './structureTree.ts'
import type { TextMeasure } from './wrapRuns.ts'

/** Where a block is drawn, and what it may need to know around it. */
export interface BlockContext {
  readonly measure: TextMeasure
  readonly pictures: PictureBook
  /** Element of the document, to which a block adds its own in reading order. */
  readonly root: StructureElement
  readonly geometry: PageGeometry
  readonly landmarks: Landmarks
  readonly outline: (rank: number) => OutlinedHeading
  readonly previous: Block | undefined
  readonly next: Block | undefined
}
