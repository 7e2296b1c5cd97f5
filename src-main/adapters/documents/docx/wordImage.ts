import { ImageRun, Paragraph } from 'docx'
import type { ImageBlock } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { wordAlignments } from './wordAlignments.ts'

/** A picture in a paragraph of its own, never wider than the page. */
export function wordImage(block: ImageBlock, totalTwips: number): Paragraph {
  const scale = Math.min(1, totalTwips / 20 / Math.max(block.widthPt, 1))
  return new Paragraph({
    alignment: wordAlignments[block.align],
    children: [
      new ImageRun({
        type: block.format === 'png' ? 'png' : 'jpg',
        data: Buffer.from(block.base64, 'base64'),
        transformation: {
          width: pixels(block.widthPt * scale),
          height: pixels(block.heightPt * scale),
        },
        altText: { name: 'Image', description: printableText(block.alternative), id: '1' },
      }),
    ],
  })
}

/** The library counts 96 dots an inch; a length of nothing would not open in Word. */
const pixels = (points: number): number => (Math.max(points, 0.1) * 96) / 72
