import type { Orientation } from '#shared/domain/documents/model.ts'
import type { PageCanvas } from './pageCanvas.ts'

/** A horizontal strip of the document: the least thing that a page takes or leaves. */
export interface Slice {
  readonly heightPt: number
  /** Dropped at the top of a page. */
  readonly spaceBeforePt: number
  /** False: what follows must be on the same page. */
  readonly breakAfter: boolean
  /** Drawn again at the top of a page that begins with this slice. */
  readonly repeatedHead: RepeatedHead | null
  /** Set when the slice begins a page, whatever room is left. */
  readonly newPage: Orientation | null
  paint(canvas: PageCanvas, topPt: number, pageIndex: number): void
}

export interface RepeatedHead {
  readonly heightPt: number
  paint(canvas: PageCanvas, topPt: number): void
}

export const slice = (part: Partial<Slice> & Pick<Slice, 'heightPt' | 'paint'>): Slice => ({
  spaceBeforePt: 0,
  breakAfter: true,
  repeatedHead: null,
  newPage: null,
  ...part,
})
