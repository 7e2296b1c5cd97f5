import { fontStyles } from './fontFamily.ts'
import type { Color, PageGeometry, TextStyle } from './pageStyle.ts'
import type { Picture } from './pictureBook.ts'
import type { StructureElement } from './structureTree.ts'
import type { Line } from './wrapRuns.ts'

/** What a stretch of ink is for a reader: part of an element, or furniture that a screen reader skips. */
export type Ownership = StructureElement | ArtifactKind
export type ArtifactKind = 'header' | 'footer' | 'layout'

/** Left, top, width and height in points, from the top left corner of the page. */
export type Box = readonly [leftPt: number, topPt: number, widthPt: number, heightPt: number]

/** One page being drawn. Coordinates in points from the top left corner; the PDF's own origin stays in here. */
export interface PageCanvas {
  readonly geometry: PageGeometry
  /** In the file. */
  readonly pageIndex: number
  /** `topPt` is the top of the line's box of height `style.linePt`. */
  line(owner: Ownership, line: Line, style: TextStyle, leftPt: number, topPt: number): void
  rule(fromPt: number, toPt: number, topPt: number, thicknessPt: number, color: Color): void
  /** One shape made of boxes; an artifact unless an element owns it. */
  fill(boxes: readonly Box[], color: Color, owner?: Ownership): void
  picture(owner: Ownership, picture: Picture, box: Box): void
  /** Marks the place of an element that has nothing to show there. */
  blank(owner: StructureElement, leftPt: number, topPt: number): void
  /** Ends the page and gives its content stream. */
  content(): string
}

export function createPageCanvas(geometry: PageGeometry, pageIndex: number): PageCanvas {
  const operators: string[] = []
  let nextContentId = 0
  let open: Ownership | null = null

  const flip = (topPt: number): string => number(geometry.heightPt - topPt)

  const close = (): void => {
    if (open !== null) operators.push('EMC')
    open = null
  }

  const enter = (owner: Ownership): void => {
    if (open === owner) return
    close()
    open = owner
    if (typeof owner === 'string') {
      operators.push(artifactOperators[owner])
      return
    }
    const contentId = nextContentId++
    owner.kids.push({ pageIndex, contentId })
    operators.push(`/${owner.role} <</MCID ${contentId}>> BDC`)
  }

  /** A figure that lies on several pages has no box. */
  const growBounds = (owner: Ownership, [leftPt, topPt, widthPt, heightPt]: Box): void => {
    if (typeof owner === 'string' || owner.role !== 'Figure') return
    const { bounds } = owner
    const isFirst = owner.kids.length === 1
    if (bounds === null && !isFirst) return
    if (bounds !== null && bounds.pageIndex !== pageIndex) {
      owner.bounds = null
      return
    }
    const bottomPt = geometry.heightPt - topPt - heightPt
    owner.bounds = {
      pageIndex,
      leftPt: Math.min(leftPt, bounds?.leftPt ?? leftPt),
      bottomPt: Math.min(bottomPt, bounds?.bottomPt ?? bottomPt),
      rightPt: Math.max(leftPt + widthPt, bounds?.rightPt ?? leftPt),
      topPt: Math.max(bottomPt + heightPt, bounds?.topPt ?? bottomPt),
    }
  }

  return {
    geometry,
    pageIndex,
    line(owner, line, style, leftPt, topPt) {
      enter(owner)
      // Middle of the box to the baseline: half of (ascent + descent) of Source Sans, 0.312 em.
      const baseline = topPt + style.linePt / 2 + 0.312 * style.sizePt
      const shown = line.segments.map(
        (segment) => `/F${fontStyles.indexOf(segment.style) + 1} ${style.sizePt} Tf [${segment.glyphs}] TJ`,
      )
      operators.push(
        `BT ${style.color.join(' ')} rg ${number(leftPt)} ${flip(baseline)} Td ${shown.join(' ')} ET`,
      )
    },
    rule(fromPt, toPt, topPt, thicknessPt, color) {
      enter('layout')
      operators.push(
        `${color.join(' ')} RG ${thicknessPt} w ${number(fromPt)} ${flip(topPt)} m ${number(toPt)} ${flip(topPt)} l S`,
      )
    },
    fill(boxes, color, owner = 'layout') {
      enter(owner)
      const shapes = boxes.map(
        ([leftPt, topPt, widthPt, heightPt]) =>
          `${number(leftPt)} ${flip(topPt + heightPt)} ${number(widthPt)} ${number(heightPt)} re`,
      )
      operators.push(`${color.join(' ')} rg ${shapes.join(' ')} f`)
      for (const box of boxes) growBounds(owner, box)
    },
    picture(owner, picture, box) {
      enter(owner)
      const [leftPt, topPt, widthPt, heightPt] = box
      operators.push(
        `q ${number(widthPt)} 0 0 ${number(heightPt)} ${number(leftPt)} ${flip(topPt + heightPt)} cm /${picture.name} Do Q`,
      )
      growBounds(owner, box)
    },
    blank(owner, leftPt, topPt) {
      enter(owner)
      growBounds(owner, [leftPt, topPt, 0, 0])
    },
    content() {
      close()
      return operators.join('\n')
    },
  }
}

const artifactOperators: Record<ArtifactKind, string> = {
  header: '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC',
  layout: '/Artifact <</Type /Layout>> BDC',
}

/** Hundredths of a point are finer than any printer. */
const number = (value: number): string => String(Math.round(value * 100) / 100)
