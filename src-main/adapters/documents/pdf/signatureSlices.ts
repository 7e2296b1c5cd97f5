import type { SignaturesBlock } from '#shared/domain/documents/model.ts'
import { hairline, type PageGeometry, textStyles } from './pageStyle.ts'
import { type Slice, slice } from './slice.ts'
import { appendElement, type StructureElement } from './structureTree.ts'
import type { TextMeasure } from './wrapRuns.ts'

/** Two places a row, each kept whole, with room to sign above a hairline. */
export function signatureSlices(
  measure: TextMeasure,
  parent: StructureElement,
  block: SignaturesBlock,
  geometry: PageGeometry,
  spaceBeforePt: number,
): readonly Slice[] {
  const widthPt = (geometry.contentWidthPt - gutterPt) / 2
  const places = block.places.map((place, index) => {
    const texts = [
      { text: place.capacity, style: textStyles.caption },
      { text: place.name, style: textStyles.value },
      { text: place.mention, style: textStyles.note },
    ]
    const leftPt = geometry.leftPt + (index % 2) * (widthPt + gutterPt)
    const lines = texts
      .filter(({ text }) => text.trim() !== '')
      .flatMap(({ text, style }) => {
        const owner = appendElement(parent, 'P')
        return measure.wrap([{ text }], style, widthPt).map((line) => ({ line, style, owner, leftPt }))
      })
    return { lines, leftPt, heightPt: lines.reduce((sum, { style }) => sum + style.linePt, 0) }
  })
  const rows = Array.from({ length: Math.ceil(places.length / 2) }, (_, row) =>
    places.slice(row * 2, row * 2 + 2),
  )
  return rows.map((row, index) => {
    const textHeightPt = Math.max(...row.map((place) => place.heightPt))
    return slice({
      heightPt: textHeightPt + roomToSignPt + 10,
      spaceBeforePt: index === 0 ? spaceBeforePt : 6,
      paint: (canvas, topPt) => {
        for (const place of row) {
          let lineTopPt = topPt
          for (const { line, style, owner } of place.lines) {
            canvas.line(owner, line, style, place.leftPt, lineTopPt)
            lineTopPt += style.linePt
          }
          canvas.rule(
            place.leftPt,
            place.leftPt + widthPt,
            topPt + textHeightPt + roomToSignPt,
            0.4,
            hairline,
          )
        }
      },
    })
  })
}

const gutterPt = 40
const roomToSignPt = 62
