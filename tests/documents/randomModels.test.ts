import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { readPdfText } from '#main/adapters/documents/reading/readPdf.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { anyModel } from './fixtures/anyModel.ts'
import { type DrawnInk, type InkBox, inkWatcher } from './fixtures/drawnInk.ts'
import { everyBlock } from './fixtures/everyBlock.ts'
import { readFonts } from './fixtures/fonts.ts'
import { letterLike } from './fixtures/letterLike.ts'

const fonts = readFonts()
const large = anyModel({ words: 30, blocks: 10, rows: 12 })
const small = anyModel({ words: 9, blocks: 6, rows: 3 })

/** Ink of the blocks outside the margins, foot or head on the ink of blocks, text of the foot on its code. */
function misplaced({ pages }: DrawnInk): readonly { readonly page: number; readonly box: InkBox }[] {
  return pages.flatMap(({ page, boxes, furniture }) => {
    const { leftPt, topPt, contentWidthPt, contentHeightPt } = page.geometry
    const [right, bottom] = [leftPt + contentWidthPt, topPt + contentHeightPt]
    const outside = boxes.filter(
      (box) =>
        !box.every(Number.isFinite) ||
        box[0] < leftPt - slackPt ||
        box[1] < topPt - slackPt ||
        box[2] > right + slackPt ||
        box[3] > bottom + slackPt,
    )
    const onContent = furniture.filter((box) => box[3] > topPt && box[1] < bottom)
    return [...outside, ...onContent].map((box) => ({ page: page.pageIndex, box }))
  })
}

const slackPt = 0.05

describe('any model whatever', () => {
  it('[PG1] the watch over the margins sees the ink', () => {
    const watch = inkWatcher()
    const { pages, text } = watch(everyBlock)
    expect(pages.length).toBe(6)
    expect(pages.flatMap(({ boxes }) => boxes).length).toBeGreaterThan(300)
    expect(withoutSpaces(text)).toBe(withoutSpaces(plainText(everyBlock)))
    expect(withoutSpaces(watch(letterLike).text)).toBe(withoutSpaces(plainText(letterLike)))
    const [first] = pages
    if (first === undefined) throw new Error('no page')
    const tooLow: InkBox = [100, 700, 200, 790]
    const onText: InkBox = [100, 700, 200, 710]
    expect(misplaced({ text, pages: [{ ...first, boxes: [tooLow], furniture: [onText] }] })).toEqual([
      { page: 0, box: tooLow },
      { page: 0, box: onText },
    ])
  })

  it('[PG1] [DC2] ten thousand documents: none throws, loses a word or leaves its margins', {
    timeout: 300_000,
  }, () => {
    const watch = inkWatcher()
    fc.assert(
      fc.property(small, (drawn) => {
        const ink = watch(drawn)
        const [found, asked] = [withoutSpaces(ink.text), withoutSpaces(plainText(drawn))]
        // Compared before `expect`, which takes longer than the drawing.
        if (found !== asked) expect(found).toBe(asked)
        const faults = misplaced(ink)
        if (faults.length > 0) expect(faults).toEqual([])
      }),
      { numRuns: 10_000 },
    )
  })

  it('[PG1] [DC2] nor do two hundred long ones', { timeout: 120_000 }, () => {
    const watch = inkWatcher()
    fc.assert(
      fc.property(large, (drawn) => {
        const ink = watch(drawn)
        expect(withoutSpaces(ink.text)).toBe(withoutSpaces(plainText(drawn)))
        expect(misplaced(ink)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('[DC2] loses no word in the file of the PDF', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(large, async (drawn) => {
        const found = await readPdfText(await renderPdf(drawn, fonts))
        expect(withoutSpaces(found ?? 'illisible')).toBe(withoutSpaces(plainText(drawn)))
      }),
      { numRuns: 60 },
    )
  })

  it('[DC2] loses no word in the Word file', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(large, async (drawn) => {
        const found = readDocxText(await renderDocx(drawn))
        expect(withoutSpaces(found ?? 'illisible')).toBe(withoutSpaces(plainText(drawn)))
      }),
      { numRuns: 60 },
    )
  })

  it('[DC3] throws on no text whatever, in either format', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (anything) => {
        const drawn: DocumentModel = {
          ...everyBlock,
          number: anything,
          title: anything,
          blocks: [{ type: 'paragraph', tone: 'body', runs: [{ text: anything }] }],
        }
        const found = readDocxText(await renderDocx(drawn))
        expect(withoutSpaces(found ?? 'illisible')).toBe(withoutSpaces(plainText(drawn)))
        await renderPdf(drawn, fonts)
      }),
      { numRuns: 40 },
    )
  })
})
