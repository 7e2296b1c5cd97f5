import { describe, expect, it } from 'vitest'
import { codeScanner } from '#main/adapters/documents/codes/codeScanner.ts'
import { pageCodeBoxes, pageCodeQuietPt, pageCodeSidePt } from '#main/adapters/documents/pdf/pageCodeBoxes.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { documentKinds, identityOf } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel, Orientation } from '#shared/domain/documents/model.ts'
import { pageCodeText, readPageCode } from '#shared/domain/documents/pageCode.ts'
import { inkWatcher } from '../fixtures/drawnInk.ts'
import { everyBlock } from '../fixtures/everyBlock.ts'
import { readFonts } from '../fixtures/fonts.ts'
import { hasTool, runOnFile } from '../fixtures/outsideTool.ts'

describe('the code at the foot of a page', () => {
  it('[PG9] is read back, for each kind of document', async () => {
    const scanner = await codeScanner()
    for (const [index, kind] of documentKinds.entries()) {
      const text = pageCodeText({ kind, number: 'X', factsDigest: 'b7'.repeat(32) }, index * 997 + 1)
      const boxes = pageCodeBoxes(text, aroundPt, aroundPt)
      expect(await scanner.inFile(greyMap(boxes))).toEqual([readPageCode(text)])
    }
  })

  it.each(['portrait', 'landscape'] as const)(
    '[PG9] nothing comes near it, however long the foot: %s',
    (orientation: Orientation) => {
      const model: DocumentModel = {
        ...everyBlock,
        number: 'PV-2026-004 '.repeat(30),
        template: 'modele-de-la-commune '.repeat(9),
        runningHead: 'Commission '.repeat(60),
        orientation,
        blocks: [{ type: 'paragraph', tone: 'body', runs: [{ text: 'mot '.repeat(5000) }] }],
      }
      const { pages } = inkWatcher()(model)
      expect(pages.length).toBeGreaterThan(3)
      for (const { page, boxes, furniture } of pages) {
        const { leftPt, contentWidthPt, heightPt } = page.geometry
        const right = leftPt + contentWidthPt
        const isModule = ([left, top, , bottom]: readonly number[]): boolean =>
          (left ?? 0) >= right - pageCodeSidePt - 0.01 &&
          (bottom ?? 0) - (top ?? 0) < 2 &&
          (top ?? 0) > heightPt - 70
        const code = furniture.filter(isModule)
        const [left, top] = [Math.min(...code.map(([x]) => x)), Math.min(...code.map(([, y]) => y))]
        const bottom = Math.max(...code.map(([, , , y]) => y))
        expect({ code: code.length > 100, left, side: bottom - top }).toEqual({
          code: true,
          left: expect.closeTo(right - pageCodeSidePt, 2),
          side: expect.closeTo(pageCodeSidePt, 2),
        })
        const near = [...boxes, ...furniture.filter((box) => !isModule(box))].filter(
          (box) =>
            box[2] > left - pageCodeQuietPt &&
            box[0] < right + pageCodeQuietPt &&
            box[3] > top - pageCodeQuietPt &&
            box[1] < bottom + pageCodeQuietPt,
        )
        expect(near).toEqual([])
      }
    },
  )

  it.runIf(hasTool('pdftoppm', '-v')).each([200, 150, 100])(
    '[PG9] is read on every page, upright or not, at %i dots an inch',
    { timeout: 120_000 },
    async (dotsPerInch) => {
      const scanner = await codeScanner()
      const bytes = await renderPdf(everyBlock, readFonts())
      for (let page = 1; page <= 6; page++) {
        const raster = runOnFile(bytes, 'a.pdf', 'pdftoppm', [
          ...['-r', String(dotsPerInch), '-gray', '-singlefile', '-f', String(page), 'FILE', 'FOLDER/a'],
        ]).producedBytes('a.pgm')
        expect(await scanner.inFile(raster)).toEqual([
          readPageCode(pageCodeText(identityOf(everyBlock), page)),
        ])
      }
    },
  )
})

const aroundPt = 30

/** A picture file of dark boxes on white, at 200 dots an inch. */
function greyMap(boxes: readonly (readonly [number, number, number, number])[]): Uint8Array {
  const scale = 200 / 72
  const side = Math.ceil((pageCodeSidePt + 2 * aroundPt) * scale)
  const pixels = new Uint8Array(side * side).fill(255)
  for (const [left, top, width, height] of boxes)
    for (let y = Math.round(top * scale); y < Math.round((top + height) * scale); y++)
      pixels.fill(0, y * side + Math.round(left * scale), y * side + Math.round((left + width) * scale))
  return new Uint8Array(Buffer.concat([Buffer.from(`P5\n${side} ${side}\n255\n`, 'latin1'), pixels]))
}
