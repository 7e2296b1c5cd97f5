import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { blockSlices } from '#main/adapters/documents/pdf/blockSlices.ts'
import { openFontFamily } from '#main/adapters/documents/pdf/fontFamily.ts'
import type { PageCanvas } from '#main/adapters/documents/pdf/pageCanvas.ts'
import { paginate } from '#main/adapters/documents/pdf/paginate.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { createElement } from '#main/adapters/documents/pdf/structureTree.ts'
import { createTextMeasure } from '#main/adapters/documents/pdf/wrapRuns.ts'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { readPdfText } from '#main/adapters/documents/reading/readPdf.ts'
import type { Block, DocumentModel, Run, TableBlock } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { everyBlock } from './fixtures/everyBlock.ts'
import { readFonts } from './fixtures/fonts.ts'

const fonts = readFonts()
const measure = createTextMeasure(openFontFamily(fonts))

const letters =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJÀÂÇÉÈÊËÎÏÔŒÙÛÜŸàâçéèêëîïôœùûüÿ0123456789.,;:!?%€«»’\'"()-–—/&<>≤≥→✓\u00A0\u202F'
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 24 })
const endlessWord = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 120, maxLength: 300 })
const text = fc
  .array(fc.oneof({ weight: 40, arbitrary: word }, { weight: 1, arbitrary: endlessWord }), { maxLength: 30 })
  .map((words) => words.join(' '))
const run: fc.Arbitrary<Run> = fc.record({ text, bold: fc.boolean(), italic: fc.boolean() })
const runs = fc.array(run, { maxLength: 4 })

const table: fc.Arbitrary<TableBlock> = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc.record(
    {
      type: fc.constant('table' as const),
      caption: text,
      columns: fc.array(
        fc.record({
          header: word,
          share: fc.integer({ min: 1, max: 6 }),
          align: fc.constantFrom('start', 'end', 'center'),
          namesRow: fc.boolean(),
        }),
        { minLength: count, maxLength: count },
      ),
      rows: fc.array(
        fc.record({
          cells: fc.array(runs, { minLength: count, maxLength: count }),
          emphasis: fc.constantFrom('none', 'total', 'band'),
        }),
        { maxLength: 12 },
      ),
      boxHeightPt: fc.integer({ min: 1, max: 900 }),
    },
    { requiredKeys: ['type', 'caption', 'columns', 'rows'] },
  ),
)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('title' as const), overline: text, text, subtitle: text }),
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text }),
  fc.record({
    type: fc.constant('paragraph' as const),
    tone: fc.constantFrom('body', 'note'),
    runs,
    keepWithNext: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { maxLength: 6 }),
  }),
  fc.record({
    type: fc.constant('keyValues' as const),
    entries: fc.array(fc.record({ key: text, value: runs }), { maxLength: 5 }),
  }),
  table,
  fc.record({
    type: fc.constant('signatures' as const),
    places: fc.array(fc.record({ capacity: text, name: text, mention: text }), { maxLength: 5 }),
  }),
  fc.constant({ type: 'pageBreak' } as const),
  fc.record({ type: fc.constant('section' as const), orientation: fc.constantFrom('portrait', 'landscape') }),
)

const model: fc.Arbitrary<DocumentModel> = fc
  .record({
    orientation: fc.constantFrom('portrait', 'landscape'),
    blocks: fc.array(block, { maxLength: 10 }),
  })
  .map((part) => ({ ...everyBlock, ...part }))

/** Where a page was drawn on: every line and rule with its box, in points from the top left corner. */
function inkOf(
  drawn: DocumentModel,
): readonly { readonly page: PageCanvas; readonly boxes: readonly number[][] }[] {
  const pages = new Map<PageCanvas, number[][]>()
  const note = (page: PageCanvas, box: number[]): void => {
    pages.set(page, [...(pages.get(page) ?? []), box])
  }
  const slices = blockSlices(measure, createElement('Document'), drawn, () => undefined).map((slice) => ({
    ...slice,
    repeatedHead: slice.repeatedHead && {
      ...slice.repeatedHead,
      paint: (page: PageCanvas, topPt: number) => slice.repeatedHead?.paint(watched(page, note), topPt),
    },
    paint: (page: PageCanvas, topPt: number, index: number) => slice.paint(watched(page, note), topPt, index),
  }))
  paginate(slices, drawn.orientation)
  return [...pages].map(([page, boxes]) => ({ page, boxes }))
}

const watched = (page: PageCanvas, note: (page: PageCanvas, box: number[]) => void): PageCanvas => ({
  ...page,
  line: (owner, line, style, leftPt, topPt) => {
    note(page, [leftPt, topPt, leftPt + line.widthPt, topPt + style.linePt])
    page.line(owner, line, style, leftPt, topPt)
  },
  rule: (fromPt, toPt, topPt, thicknessPt, color) => {
    note(page, [fromPt, topPt, toPt, topPt])
    page.rule(fromPt, toPt, topPt, thicknessPt, color)
  },
})

describe('any model whatever', () => {
  it('[DC2] loses no word in the PDF', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(model, async (drawn) => {
        const found = await readPdfText(await renderPdf(drawn, fonts))
        expect(withoutSpaces(found ?? 'illisible')).toBe(withoutSpaces(plainText(drawn)))
      }),
      { numRuns: 60 },
    )
  })

  it('[DC2] loses no word in the Word file', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(model, async (drawn) => {
        const found = readDocxText(await renderDocx(drawn))
        expect(withoutSpaces(found ?? 'illisible')).toBe(withoutSpaces(plainText(drawn)))
      }),
      { numRuns: 60 },
    )
  })

  it('[PG1] the watch over the margins sees the ink', () => {
    const pages = inkOf(everyBlock)
    expect(pages.length).toBe(6)
    expect(pages.flatMap(({ boxes }) => boxes).length).toBeGreaterThan(300)
  })

  it('[PG1] draws nothing outside the margins', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(model, (drawn) => {
        for (const { page, boxes } of inkOf(drawn)) {
          const { leftPt, topPt, contentWidthPt, contentHeightPt } = page.geometry
          for (const [left = 0, top = 0, right = 0, bottom = 0] of boxes) {
            expect(left).toBeGreaterThanOrEqual(leftPt - 0.05)
            expect(top).toBeGreaterThanOrEqual(topPt - 0.05)
            expect(right).toBeLessThanOrEqual(leftPt + contentWidthPt + 0.05)
            expect(bottom).toBeLessThanOrEqual(topPt + contentHeightPt + 0.05)
          }
        }
      }),
      { numRuns: 200 },
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
