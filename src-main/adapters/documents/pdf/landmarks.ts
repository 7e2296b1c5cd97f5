import type { Box } from './pageCanvas.ts'
import type { StructureElement } from './structureTree.ts'

/** What must be found again on the pages once they are drawn: headings for the bookmarks, places to sign. */
export interface Landmarks {
  readonly bookmarks: Bookmark[]
  readonly signaturePlaces: SignaturePlace[]
}

export const createLandmarks = (): Landmarks => ({ bookmarks: [], signaturePlaces: [] })

/** A heading as it was drawn. */
export interface Bookmark {
  readonly level: number
  readonly text: string
  readonly pageIndex: number
  readonly topPt: number
}

/** Where somebody signs. */
export interface SignaturePlace {
  readonly capacity: string
  readonly name: string
  readonly pageIndex: number
  readonly box: Box
  /** Empty element, right after the text of the place, for the field if there is to be one. */
  readonly form: StructureElement
}
