import type { SignaturesBlock } from '#shared/domain/documents/model.ts'
import type { BlockContext } from './blockContext.ts'
import { hairline, type TextStyle, textStyles } from './pageStyle.ts'
import { type Slice, slice } from './slice.ts'
import { appendElement, type StructureElement } from './structureTree.ts'
import type { Line } from './wrapRuns.ts'

/** Two places a row, each kept whole, with room to sign above a hairline; where one signs is noted. */
export function signatureSlices(
  { measure, root, geometry, landmarks }: BlockContext,
  block: SignaturesBlock,
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
        const owner = appendElement(root, 'P')
        return measure.wrap([{ text }], style, widthPt).map((line) => ({ line, style, owner, leftPt }))
      })
    const heightPt = lines.reduce((sum, { style }) => sum + style.linePt, 0)
    return { ...place, lines, leftPt, heightPt, form: appendElement(root, 'Form') }
  })
  const rows = Array.from({ length: Math.ceil(places.length / 2) }, (_, row) =>
    places.slice(row * 2, row * 2 + 2),
  )
  return rows.flatMap((row, rowIndex) => {
    const textHeightPt = Math.max(0, ...row.map((place) => place.heightPt))
    const spacePt = rowIndex === 0 ? spaceBeforePt : 6
    const isHigh = textHeightPt + roomToSignPt + 10 > geometry.contentHeightPt
    const texts = isHigh ? textLineByLine(row) : [textAtOnce(row, textHeightPt)]
    const room = slice({
      heightPt: roomToSignPt + 10,
      paint: (canvas, topPt) => {
        for (const { leftPt, capacity, name, form } of row) {
          canvas.rule(leftPt, leftPt + widthPt, topPt + roomToSignPt, 0.4, hairline)
          landmarks.signaturePlaces.push({
            capacity,
            name,
            pageIndex: canvas.pageIndex,
            box: [leftPt, topPt + 2, widthPt, roomToSignPt - 4],
            form,
          })
        }
      },
    })
    return [...texts, room].map((each, index) => (index === 0 ? { ...each, spaceBeforePt: spacePt } : each))
  })
}

interface Place {
  readonly lines: readonly PlaceLine[]
}

interface PlaceLine {
  readonly line: Line
  readonly style: TextStyle
  readonly owner: StructureElement
  readonly leftPt: number
}

const textAtOnce = (row: readonly Place[], heightPt: number): Slice =>
  slice({
    heightPt,
    breakAfter: false,
    paint: (canvas, topPt) => {
      for (const { lines } of row) {
        let lineTopPt = topPt
        for (const { line, style, owner, leftPt } of lines) {
          canvas.line(owner, line, style, leftPt, lineTopPt)
          lineTopPt += style.linePt
        }
      }
    },
  })

/** What no page can hold at once. */
function textLineByLine(row: readonly Place[]): readonly Slice[] {
  const count = Math.max(0, ...row.map(({ lines }) => lines.length))
  return Array.from({ length: count }, (_, index) => {
    const lines = row.flatMap((place) => place.lines[index] ?? [])
    return slice({
      heightPt: Math.max(...lines.map(({ style }) => style.linePt)),
      breakAfter: index < count - 2,
      paint: (canvas, topPt) => {
        for (const { line, style, owner, leftPt } of lines) canvas.line(owner, line, style, leftPt, topPt)
      },
    })
  })
}

const gutterPt = 40
const roomToSignPt = 62
