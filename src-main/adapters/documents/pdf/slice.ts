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
  /** On the first page, not higher than this, from the top edge: the window of an envelope. */
  readonly notAbovePt: number
  paint(canvas: PageCanvas, topPt: number): void
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
  notAbovePt: 0,
  ...part,
})

/** Draws something more with the first slice, before it. */
export const beforeFirst = (slices: readonly Slice[], paint: Slice['paint']): readonly Slice[] =>
  slices.map((each, index) =>
    index > 0
      ? each
      : {
          ...each,
          paint: (canvas, topPt) => {
            paint(canvas, topPt)
            each.paint(canvas, topPt)
          },
        },
  )
