import { describe, expect, it } from 'vitest'
import { createHeadingOutline } from '#main/adapters/documents/pdf/headingOutline.ts'
import { accent, bandFill, type Color, ink, quietInk } from '#main/adapters/documents/pdf/pageStyle.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import type { Block, ChartBlock, DocumentModel, ImageBlock } from '#shared/domain/documents/model.ts'
import { inkWatcher } from '../fixtures/drawnInk.ts'
import { readFonts } from '../fixtures/fonts.ts'
import { letterLike } from '../fixtures/letterLike.ts'
import { hasTool, runOnFile } from '../fixtures/outsideTool.ts'
import { base64Of, logoPng } from '../fixtures/pictures.ts'

const watch = inkWatcher()
const drawn = (...blocks: readonly Block[]) => watch({ ...letterLike, blocks })
const boxesOf = (...blocks: readonly Block[]) => drawn(...blocks).pages.map(({ boxes }) => boxes)
const mm = (points: number): number => (points * 25.4) / 72
const leftEdge = 62
const rightEdge = 595.28 - 62

describe('an address', () => {
  const address: Block = {
    type: 'address',
    lines: Array.from({ length: 6 }, (_, index) => [{ text: `Ligne ${index} ${'de l’adresse '.repeat(2)}` }]),
  }
  const title: Block = { type: 'title', overline: 'Commune', text: 'Notification', subtitle: '' }

  it.each([
    ['alone', [address]],
    ['under a title', [title, address]],
  ])('[PG6] six lines stand in the window of the envelope: %s', (_, blocks: readonly Block[]) => {
    const lines = boxesOf(...blocks).flatMap((boxes) => boxes.filter(([left]) => left > 290))
    expect(lines).toHaveLength(6)
    expect(mm(Math.min(...lines.map(([, top]) => top)))).toBeGreaterThanOrEqual(45)
    expect(mm(Math.max(...lines.map(([, , , bottom]) => bottom)))).toBeLessThanOrEqual(79)
    expect(mm(Math.min(...lines.map(([left]) => left)))).toBeGreaterThanOrEqual(100)
    expect(mm(Math.max(...lines.map(([, , right]) => right)))).toBeLessThanOrEqual(190)
  })

  it('[PG6] on a later page it follows what is above', () => {
    const [, second] = boxesOf(
      { type: 'paragraph', tone: 'body', runs: [{ text: 'Un' }] },
      { type: 'pageBreak' },
      address,
    )
    expect(second?.[0]?.[1]).toBe(66)
  })
})

it('[PG6] a paragraph stands at the start, in the middle or at the end of its line', () => {
  const at = (align: 'start' | 'center' | 'end') => {
    const [box] = boxesOf({
      type: 'paragraph',
      tone: 'body',
      align,
      runs: [{ text: 'Fait à Plouézoc’h' }],
    }).flat()
    return { before: (box?.[0] ?? 0) - leftEdge, after: rightEdge - (box?.[2] ?? 0) }
  }
  expect(at('start').before).toBe(0)
  expect(at('end').after).toBeCloseTo(0, 6)
  expect(at('center').before).toBeCloseTo(at('center').after, 6)
})

it('[PG6] headings are numbered, and tagged without jumping a level', () => {
  const outline = createHeadingOutline(true)
  expect([0, 1, 2, 2, 3, 1, 3, 2].map(outline)).toEqual([
    { role: 'H1', number: '' },
    { role: 'H2', number: '1.' },
    { role: 'H3', number: '1.1.' },
    { role: 'H3', number: '1.2.' },
    { role: 'H4', number: '1.2.1.' },
    { role: 'H2', number: '2.' },
    { role: 'H3', number: '2.1.1.' },
    { role: 'H3', number: '2.1.' },
  ])
  expect([3, 3, 1].map(createHeadingOutline(false))).toEqual([
    { role: 'H1', number: '' },
    { role: 'H1', number: '' },
    { role: 'H1', number: '' },
  ])
})

it.runIf(hasTool('pdftotext', '-v'))('[PG6] the numbers of headings are printed', async () => {
  const bytes = await renderPdf(letterLike, readFonts())
  const { output } = runOnFile(bytes, 'a.pdf', 'pdftotext', ['-layout', '-enc', 'UTF-8', 'FILE', '-'])
  expect(output.match(/^\d[\d.]* .*$/gm)?.map((line) => line.replace(/ +/g, ' '))).toEqual([
    '1. Ce qui vous est attribué',
    '1.1. Comment votre dossier a été noté',
    '1.2. Et après',
    '1.2.1. Le versement',
    '2. Vos droits',
  ])
})

describe('a picture', () => {
  const image = (size: Partial<ImageBlock>): ImageBlock => ({
    type: 'image',
    format: 'png',
    base64: base64Of(logoPng),
    widthPt: 100,
    heightPt: 50,
    align: 'start',
    alternative: 'Logo',
    ...size,
  })

  it('[PG7] is made smaller when the page cannot hold it, in its proportions', () => {
    expect(boxesOf(image({ widthPt: 2000, heightPt: 1000 })).flat()).toEqual([
      [leftEdge, 66, expect.closeTo(rightEdge, 6), expect.closeTo(66 + (rightEdge - leftEdge) / 2, 6)],
    ])
    const [high] = boxesOf(image({ widthPt: 10, heightPt: 5000, align: 'end' })).flat()
    expect(high?.[2]).toBeCloseTo(rightEdge, 6)
    expect((high?.[3] ?? 0) - (high?.[1] ?? 0)).toBeCloseTo(841.89 - 66 - 76, 6)
  })

  it.each([
    { base64: 'AAAA' },
    { widthPt: 0 },
    { heightPt: Number.NaN },
    { widthPt: Number.POSITIVE_INFINITY },
  ])('[PG7] that cannot be drawn leaves no ink: %o', (broken) => {
    expect(boxesOf(image(broken)).flat()).toEqual([])
  })
})

describe('a chart', () => {
  const chart = (bars: ChartBlock['bars'], maximum = 20): ChartBlock => ({
    type: 'chart',
    caption: 'Notes',
    maximum,
    bars,
    alternative: 'Toutes les notes',
  })
  const bar = (value: number, label = 'Critère') => ({ label, value, text: String(value) })
  /** Lengths of the bars over that of the full one: boxes of nine points, each pale track before its bar. */
  const lengths = (block: ChartBlock): readonly number[] => {
    const boxes = boxesOf(block)
      .flat()
      .filter(([, top, , bottom]) => Math.abs(bottom - top - 9) < 0.01)
      .map(([left, , right]) => right - left)
    const full = Math.max(...boxes)
    return boxes.map((length) => Math.round((length / full) * 1000) / 1000)
  }

  it('[PG8] draws each bar by its value, full at the maximum, nothing for what is no length', () => {
    expect(lengths(chart([bar(5), bar(20), bar(99)]))).toEqual([1, 0.25, 1, 1, 1, 1])
    expect(lengths(chart([bar(0), bar(-3), bar(Number.NaN)]))).toEqual([1, 1, 1])
    expect(lengths(chart([bar(5)], 0))).toEqual([1])
  })

  it('[PG8] divides a long one between two bars, none left alone', () => {
    const model = (count: number): DocumentModel => ({
      ...letterLike,
      blocks: [
        { type: 'paragraph', tone: 'body', runs: [{ text: 'mot '.repeat(900) }] },
        chart(
          Array.from({ length: count }, (_, index) =>
            bar(index % 21, `Critère ${index}, ${'long '.repeat(index % 9)}`),
          ),
          20,
        ),
      ],
    })
    for (let count = 1; count < 90; count++) {
      const perPage = watch(model(count)).pages.map(
        ({ boxes }) =>
          boxes.filter(([left, top, , bottom]) => left > 200 && Math.abs(bottom - top - 9) < 0.01).length,
      )
      const tracksOnly = perPage.filter((bars) => bars > 0)
      if (count > 3) expect(Math.min(...tracksOnly)).toBeGreaterThan(2)
    }
  })

  it('[PG8] is told apart from the paper as WCAG asks: 3 to 1 for bars, 7 to 1 for words', () => {
    const white: Color = [1, 1, 1]
    expect(contrast(accent, white)).toBeGreaterThan(3)
    expect(contrast(accent, bandFill)).toBeGreaterThan(3)
    for (const color of [ink, quietInk]) expect(contrast(color, white)).toBeGreaterThan(7)
  })
})

const contrast = (one: Color, other: Color): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
