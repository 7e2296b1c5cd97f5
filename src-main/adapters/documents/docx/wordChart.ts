import { ImageRun, Paragraph, type Table } from 'docx'
import type { ChartBlock } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { encodePng } from './encodePng.ts'
import { borderlessTable } from './wordLayoutTable.ts'
import { wordRun } from './wordRuns.ts'
import { accentColor, paragraphStyleIds } from './wordStyles.ts'

/** Label, bar, words: one row a bar. The first bar is read aloud as the whole chart, the others as their own words. */
export function wordChart(chart: ChartBlock, totalTwips: number): Table {
  const widths = [
    Math.round(totalTwips * labelShare),
    Math.round(totalTwips * barShare),
    totalTwips - Math.round(totalTwips * labelShare) - Math.round(totalTwips * barShare),
  ]
  const picture = encodePng(1, 1, () => Number.parseInt(accentColor, 16))
  const rows = chart.bars.map((bar, index) => {
    const spoken = index === 0 && chart.alternative !== '' ? chart.alternative : `${bar.label} : ${bar.text}`
    const share = chart.maximum > 0 ? Math.min(1, Math.max(0, bar.value / chart.maximum)) : 0
    const drawn = new ImageRun({
      type: 'png',
      data: picture,
      transformation: {
        width: Math.max(share * pixels(barTwips(Math.round(totalTwips * barShare))), pixels(thinnestTwips)),
        height: pixels(barHeightTwips),
      },
      altText: { name: 'Barre', description: printableText(spoken), id: '1' },
    })
    return [
      [new Paragraph({ style: paragraphStyleIds.chartLabel, children: [wordRun(bar.label)] })],
      [new Paragraph({ style: paragraphStyleIds.cell, children: [drawn] })],
      [new Paragraph({ style: paragraphStyleIds.cell, children: [wordRun(bar.text)] })],
    ]
  })
  return borderlessTable(widths, rows)
}

const labelShare = 0.34
const barShare = 0.46
const barHeightTwips = 170
/** A bar of nothing still shows where it stands. */
const thinnestTwips = 15
/** The sides that Word keeps in a cell. */
const cellSidesTwips = 230

/** Length of a full bar in a column as wide. */
export const barTwips = (columnTwips: number): number => columnTwips - cellSidesTwips

/** The library counts 96 dots an inch. */
const pixels = (twips: number): number => twips / 15
