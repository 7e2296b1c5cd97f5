import type { Block } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import { barTwips } from '../../docx/wordChart.ts'
import { paragraphStyleIds } from '../../docx/wordStyles.ts'
import { ownText } from '../tags/paragraphText.ts'
import { childOf, childrenOf, descendantsOf, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'
import { readCell } from './readCell.ts'
import type { ReadingContext } from './readingContext.ts'
import { sizeOf } from './readPicture.ts'
import type { StyleSheet } from './styleSheet.ts'
import type { GridCell } from './tableGrid.ts'

type Grid = readonly (readonly GridCell[])[]

/** Our bars: as long as their pictures. */
export function readChart(table: XmlElement, grid: Grid, { sheet }: ReadingContext): readonly Block[] | null {
  if (
    grid.length === 0 ||
    !grid.every((cells) => cells.length === 3 && styleAt(cells, 0, sheet) === paragraphStyleIds.chartLabel)
  )
    return null
  const columns = childrenOf(childOf(table, 'w:tblGrid') ?? table, 'w:gridCol')
  const full = barTwips(Number(columns[1]?.attributes['w:w'] ?? 0)) / 20
  const drawings = grid.map((cells) => descendantsOf(cells[1]?.cell ?? table, 'w:drawing')[0])
  const alternative = descendantsOf(drawings[0] ?? table, 'wp:docPr')[0]?.attributes.descr ?? ''
  return [
    {
      type: 'chart',
      caption: '',
      maximum: full,
      alternative,
      bars: grid.map((cells, index) => {
        const drawing = drawings[index]
        const length = drawing === undefined ? 0 : (sizeOf(drawing)[0] ?? 0)
        return {
          label: wordsIn(cells[0]?.cell),
          text: wordsIn(cells[2]?.cell),
          // The thinnest bar is that of nothing.
          value: length <= 1 ? 0 : Math.round(length * 100) / 100,
        }
      }),
    },
  ]
}

/** Two columns without lines, the first in the style of a key. */
export function readKeyValues(grid: Grid, path: string, context: ReadingContext): readonly Block[] | null {
  if (
    grid.length === 0 ||
    !grid.every((cells) => cells.length === 2 && styleAt(cells, 0, context.sheet) === paragraphStyleIds.key)
  )
    return null
  const others: Block[] = []
  const entries = grid.map((cells) => {
    const [key, value] = cells.map(({ cell }) => {
      const read = readCell(cell, path, context)
      others.push(...read.others)
      return read.runs
    })
    return { key: textOfRuns(key ?? []), value: value ?? [] }
  })
  return [...others, { type: 'keyValues', entries }]
}

/** Places to sign: capacity, name and mention, each in its style. */
export function readSignatures(grid: Grid, path: string, context: ReadingContext): readonly Block[] | null {
  if (!grid.some((cells) => styleAt(cells, 0, context.sheet) === paragraphStyleIds.capacity)) return null
  const others: Block[] = []
  const places = grid.flat().flatMap(({ cell }) => {
    const texts = { capacity: '', name: '', mention: '' }
    for (const paragraph of childrenOf(cell, 'w:p')) {
      const style = context.sheet.ownId(valueOfChild(childOf(paragraph, 'w:pPr'), 'w:pStyle'))
      const { runs, others: drawn } = readCell(
        { name: '', attributes: {}, children: [paragraph] },
        path,
        context,
      )
      others.push(...drawn)
      const place =
        style === paragraphStyleIds.capacity
          ? 'capacity'
          : style === paragraphStyleIds.note || texts.name !== ''
            ? 'mention'
            : 'name'
      texts[place] = [texts[place], textOfRuns(runs)].filter((text) => text !== '').join(' ')
    }
    return Object.values(texts).every((text) => text === '') ? [] : [texts]
  })
  return [...others, { type: 'signatures', places }]
}

/** Ours, of the first paragraph of a cell. */
const styleAt = (cells: readonly GridCell[], column: number, sheet: StyleSheet): string =>
  sheet.ownId(valueOfChild(childOf(childOf(cells[column]?.cell, 'w:p'), 'w:pPr'), 'w:pStyle'))

const wordsIn = (cell: XmlElement | undefined): string =>
  cell === undefined ? '' : descendantsOf(cell, 'w:t').map(ownText).join('')
