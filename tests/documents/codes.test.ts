import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { pageCodeReader } from '#main/adapters/documents/codes/pageCodeReader.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import type { PageCode } from '#shared/domain/documents/pageCode.ts'
import { readFonts } from './fixtures/fonts.ts'
import { hasTool } from './fixtures/outsideTool.ts'
import { asFax, asPdf, inStrips, scanPages } from './fixtures/scans.ts'
import { factsDigest, meetingFacts } from './fixtures/sessionFacts.ts'

const reader = pageCodeReader()
const made = minutes(meetingFacts, factsDigest)
if (!made.ok) throw new Error(JSON.stringify(made.refusal))
const pdf = await renderPdf(made.value, readFonts())
const pageCount = (await PDFDocument.load(pdf)).getPageCount()

const codeOf = (page: number): PageCode => ({
  kind: 'minutes',
  digestStart: factsDigest.slice(0, 20),
  page,
})
const everyPage = Array.from({ length: pageCount }, (_, index) => [codeOf(index + 1)])

it('[PC2] reads the codes of a PDF of ours, which are drawn with boxes', async () => {
  expect(pageCount).toBeGreaterThan(1)
  expect(await reader.read(pdf)).toEqual(everyPage)
})

it('[PC2] never throws, whatever the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', '%PDF-1.7\n', '\u0089PNG\r\n\u001A\n', '\u00FF\u00D8\u00FF\u00E0'),
      fc.uint8Array({ maxLength: 300 }),
      async (head, tail) => {
        const found = await reader.read(new Uint8Array([...Buffer.from(head, 'latin1'), ...tail]))
        expect(found === null || found.every((codes) => codes.length === 0)).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

it('[PC2] a picture that says it is immense is not unpacked', async () => {
  const png = new Uint8Array(64)
  new DataView(png.buffer).setUint32(0, 0x89504e47)
  new DataView(png.buffer).setUint32(16, 100_000)
  new DataView(png.buffer).setUint32(20, 100_000)
  expect(await reader.read(png)).toBeNull()
})

it('[PC2] a PDF without a code of ours has none on its pages', async () => {
  const blank = await PDFDocument.create()
  blank.addPage()
  blank.addPage()
  expect(await reader.read(await blank.save())).toEqual([[], []])
})

describe.runIf(hasTool('pdftoppm', '-v') && hasTool('convert', '-version'))('pages that were scanned', () => {
  let grey: readonly Uint8Array[]
  beforeAll(() => {
    grey = scanPages(pdf, { dotsPerInch: 200, effect: '', format: 'jpg' })
  })

  it.each([
    [150, 'in grey', '', 'jpg'],
    [300, 'in grey', '', 'jpg'],
    [150, 'head down', '-rotate 180', 'jpg'],
    [200, 'on their side', '-rotate 90', 'jpg'],
    [150, 'two degrees askew', '-background white -rotate 2', 'jpg'],
    [
      200,
      'pale, blurred and noisy',
      '-attenuate 0.4 +noise Gaussian -blur 0x0.8 +level 20%,95% -quality 50',
      'jpg',
    ],
    [200, 'in black and white, askew', '-background white -rotate -2 -threshold 60% -type bilevel', 'png'],
  ] as const)('[PC2] at %i dots an inch, %s', { timeout: 60_000 }, async (dotsPerInch, _, effect, format) => {
    expect(await reader.read(await asPdf(scanPages(pdf, { dotsPerInch, effect, format })))).toEqual(
      everyPage.slice(0, 2),
    )
  })

  it('[PC2] as a fax machine writes them', async () => {
    const effect = '-threshold 60% -type bilevel -compress Group4 -define tiff:rows-per-strip=100000'
    const [page = new Uint8Array()] = scanPages(pdf, { dotsPerInch: 200, effect, format: 'tif', pages: 1 })
    expect(await reader.read(await asFax(page))).toEqual([[codeOf(1)]])
  })

  it('[PC2] cut in strips, one of them through the code', { timeout: 60_000 }, async () => {
    const strip = (from: number, rows: number): Uint8Array => {
      const effect = `-crop 1654x${rows}+0+${from} +repage`
      return scanPages(pdf, { dotsPerInch: 200, effect, format: 'png', pages: 1 })[0] ?? new Uint8Array()
    }
    // The code stands from 62 to 26 points above the foot: rows 2167 to 2267 of 2339.
    expect(await reader.read(await inStrips([strip(0, 1100), strip(1100, 1115), strip(2215, 124)]))).toEqual([
      [codeOf(1)],
    ])
  })

  it('[PC2] two of them on one sheet', async () => {
    const [one = new Uint8Array(), two = new Uint8Array()] = grey
    const sheet = await PDFDocument.create()
    const page = sheet.addPage([841.89, 595.28])
    for (const [index, picture] of [one, two].entries())
      page.drawImage(await sheet.embedJpg(picture), { x: index * 421, y: 0, width: 421, height: 595.28 })
    expect(await reader.read(await sheet.save())).toEqual([[codeOf(1), codeOf(2)]])
  })

  it('[PC2] one of them as a picture', async () => {
    expect(await reader.read(grey[1] ?? new Uint8Array())).toEqual([[codeOf(2)]])
    const [png = new Uint8Array()] = scanPages(pdf, { dotsPerInch: 150, effect: '', format: 'png', pages: 1 })
    expect(await reader.read(png)).toEqual([[codeOf(1)]])
  })

  it('[PC2] one of them whose code was torn off, and one that is none of ours', async () => {
    const [torn = new Uint8Array()] = scanPages(pdf, {
      dotsPerInch: 200,
      effect: '-crop 1654x2100+0+0 +repage',
      format: 'jpg',
    })
    expect(await reader.read(await asPdf([torn, grey[1] ?? torn]))).toEqual([[], [codeOf(2)]])
  })
})
