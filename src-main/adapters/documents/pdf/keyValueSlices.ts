import type { KeyValuesBlock } from '#shared/domain/documents/model.ts'
import { type PageGeometry, textStyles } from './pageStyle.ts'
import { type Slice, slice } from './slice.ts'
import { appendElement, rowHeader, type StructureElement } from './structureTree.ts'
import type { TextMeasure } from './wrapRuns.ts'

/** Two columns without rules. A table for a screen reader: each key names its row. */
export function keyValueSlices(
  measure: TextMeasure,
  parent: StructureElement,
  block: KeyValuesBlock,
  geometry: PageGeometry,
  spaceBeforePt: number,
): readonly Slice[] {
  const { key: keyStyle, value: valueStyle } = textStyles
  const widestKeyPt = Math.max(
    0,
    ...block.entries.map((entry) => measure.widthPt([{ text: entry.key }], keyStyle)),
  )
  const keyWidthPt = Math.min(widestKeyPt, geometry.contentWidthPt * 0.36)
  const valueLeftPt = geometry.leftPt + keyWidthPt + gutterPt
  const valueWidthPt = geometry.contentWidthPt - keyWidthPt - gutterPt
  const body = appendElement(appendElement(parent, 'Table'), 'TBody')
  return block.entries.flatMap((entry, entryIndex) => {
    const row = appendElement(body, 'TR')
    const keyElement = appendElement(row, 'TH', rowHeader)
    const valueElement = appendElement(row, 'TD')
    const keyLines = measure.wrap([{ text: entry.key }], keyStyle, keyWidthPt)
    const valueLines = measure.wrap(entry.value, valueStyle, valueWidthPt)
    const count = Math.max(keyLines.length, valueLines.length)
    return Array.from({ length: count }, (_, index) =>
      slice({
        heightPt: valueStyle.linePt + (index === count - 1 ? 2.2 : 0),
        spaceBeforePt: index === 0 && entryIndex === 0 ? spaceBeforePt : 0,
        breakAfter: index === count - 1 || (index !== 0 && index !== count - 2),
        paint: (canvas, topPt) => {
          const key = keyLines[index]
          const value = valueLines[index]
          if (key !== undefined) canvas.line(keyElement, key, keyStyle, geometry.leftPt, topPt)
          if (value !== undefined) canvas.line(valueElement, value, valueStyle, valueLeftPt, topPt)
        },
      }),
    )
  })
}

const gutterPt = 16
