import { fontStyles } from './fontFamily.ts'
import type { Color, PageGeometry, TextStyle } from './pageStyle.ts'
import type { StructureElement } from './structureTree.ts'
import type { Line } from './wrapRuns.ts'

/** What a stretch of ink is for a reader: part of an element, or furniture that a screen reader skips. */
export type Ownership = StructureElement | ArtifactKind
export type ArtifactKind = 'header' | 'footer' | 'layout'

/** One page being drawn. Coordinates in points from the top left corner; the PDF's own origin stays in here. */
export interface PageCanvas {
  readonly geometry: PageGeometry
  /** `topPt` is the top of the line's box of height `style.linePt`. */
  line(owner: Ownership, line: Line, style: TextStyle, leftPt: number, topPt: number): void
  rule(fromPt: number, toPt: number, topPt: number, thicknessPt: number, color: Color): void
  fill(leftPt: number, topPt: number, widthPt: number, heightPt: number, color: Color): void
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

  return {
    geometry,
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
    fill(leftPt, topPt, widthPt, heightPt, color) {
      enter('layout')
      operators.push(
        `${color.join(' ')} rg ${number(leftPt)} ${flip(topPt + heightPt)} ${number(widthPt)} ${number(heightPt)} re f`,
      )
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
