import { BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { footer } from '#shared/domain/documents/footer.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { wordPageCode } from './wordPageCode.ts'
import { hairlineColor, paragraphStyleIds } from './wordStyles.ts'

/** Printed at the top of every page but the first. */
export const runningHead = (text: string): Header =>
  new Header({
    children:
      text === ''
        ? [new Paragraph({})]
        : [
            new Paragraph({
              style: paragraphStyleIds.furniture,
              border: { bottom: { style: BorderStyle.SINGLE, size: 3, color: hairlineColor, space: 4 } },
              children: [new TextRun(printableText(text))],
            }),
          ],
  })

/** Number, date, template, page, digest and code of the document [DC4]. Lengths in twentieths of a point. */
export function pageFoot(model: DocumentModel, widthTwips: number, rightMarginTwips: number): Footer {
  const { act, digest } = footer(model)
  return new Footer({
    children: [
      firstFootLine(widthTwips, printableText(act)),
      new Paragraph({
        style: paragraphStyleIds.furniture,
        children: [new TextRun(printableText(digest)), wordPageCode(model, rightMarginTwips)],
      }),
    ],
  })
}

/** The foot of a template: where the proof goes is written as its tag. */
export const templateFoot = (widthTwips: number, proofTag: string): Footer =>
  new Footer({
    children: [
      firstFootLine(widthTwips, ''),
      new Paragraph({ style: paragraphStyleIds.furniture, children: [new TextRun(proofTag)] }),
    ],
  })

/** What replaces the tag of the proof, in a Word file that has feet of its own. */
export function proofParagraphs(model: DocumentModel, rightMarginTwips: number): readonly Paragraph[] {
  const { act, digest } = footer(model)
  const style = paragraphStyleIds.furniture
  return [
    new Paragraph({ style, children: [new TextRun(printableText(act))] }),
    new Paragraph({
      style,
      children: [new TextRun(printableText(digest)), wordPageCode(model, rightMarginTwips)],
    }),
  ]
}

const firstFootLine = (widthTwips: number, act: string): Paragraph =>
  new Paragraph({
    style: paragraphStyleIds.furniture,
    border: { top: { style: BorderStyle.SINGLE, size: 3, color: hairlineColor, space: 4 } },
    tabStops: [{ type: TabStopType.RIGHT, position: widthTwips }],
    children: [
      new TextRun(act),
      new TextRun({
        children: ['\tPage\u00A0', PageNumber.CURRENT, '\u00A0/\u00A0', PageNumber.TOTAL_PAGES],
      }),
    ],
  })
