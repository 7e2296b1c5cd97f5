import fc from 'fast-check'
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { renderForSigning, renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { renderTogether } from '#main/adapters/documents/pdf/renderTogether.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { anyModel } from '../fixtures/anyModel.ts'
import { everyBlock } from '../fixtures/everyBlock.ts'
import { readFonts } from '../fixtures/fonts.ts'
import { letterLike } from '../fixtures/letterLike.ts'
import { hasTool, runOnFile } from '../fixtures/outsideTool.ts'
import { checkArchivable } from './checkArchivable.ts'

const fonts = readFonts()
const blocks = [...everyBlock.blocks, ...letterLike.blocks]
const kinds = [...new Set(blocks.map(({ type }) => type))]

const files: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ...kinds.map((type) => {
    const model: DocumentModel = { ...letterLike, blocks: blocks.filter((block) => block.type === type) }
    return [`only ${type}`, () => renderPdf(model, fonts)] as const
  }),
  ['every block', () => renderPdf(everyBlock, fonts)],
  ['a letter', () => renderPdf(letterLike, fonts)],
  ['nothing', () => renderPdf({ ...letterLike, blocks: [] }, fonts)],
  ['a letter to sign', () => renderForSigning(letterLike, fonts)],
  ['several', () => renderTogether([everyBlock, letterLike, everyBlock], 'Ensemble', fonts)],
]

describe('what archives and screen readers ask, as far as we check it', () => {
  it.each(files)('[PG11] %s', async (_, make) => {
    expect(await checkArchivable(await make())).toEqual([])
  })

  it('[PG11] any document', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyModel({ words: 9, blocks: 6, rows: 3 }), async (model) => {
        expect(await checkArchivable(await renderPdf(model, fonts))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('[PG11] a picture in the four inks of a press: drawn, and no PDF/A is said', async () => {
    // Frame of four components, a scan, the end: enough for a reader of the head.
    const frame = [0xff, 0xc0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0]
    const jpeg = [0xff, 0xd8, ...frame, 0xff, 0xda, 0, 2, 0, 0, 0xff, 0xd9]
    const model: DocumentModel = {
      ...letterLike,
      blocks: [
        {
          type: 'image',
          format: 'jpeg',
          base64: Buffer.from(jpeg).toString('base64'),
          widthPt: 20,
          heightPt: 20,
          align: 'start',
          alternative: 'Logo',
        },
      ],
    }
    expect(await checkArchivable(await renderPdf(model, fonts))).toEqual([
      'no PDF/A identification',
      expect.stringMatching(/inks without profile$/),
    ])
  })
})

describe('the check itself', () => {
  const name = (text: string): PDFName => PDFName.of(text)
  /** First object that is a dictionary with this entry. */
  const find = (document: PDFDocument, key: string, value: string): PDFDict => {
    for (const [, object] of document.context.enumerateIndirectObjects())
      if (object instanceof PDFDict && object.get(name(key)) === name(value)) return object
    throw new Error(`${key} ${value} is nowhere`)
  }
  const damages: Readonly<Record<string, (document: PDFDocument) => void>> = {
    'no language': ({ catalog }) => catalog.delete(name('Lang')),
    'not marked': ({ catalog }) => catalog.delete(name('MarkInfo')),
    'no output intent': ({ catalog }) => catalog.delete(name('OutputIntents')),
    'catalogue has OpenAction': ({ catalog, context }) => catalog.set(name('OpenAction'), context.obj([])),
    'Title of the dictionary is not that of XMP': ({ context }) =>
      context.lookup(context.trailerInfo.Info, PDFDict).set(name('Title'), PDFString.of('Autre')),
    'no Unicode text': (document) => find(document, 'Subtype', 'Type0').delete(name('ToUnicode')),
    'widths are not those of the glyphs': (document) =>
      find(document, 'Subtype', 'CIDFontType2').set(name('W'), document.context.obj([1, Array(300).fill(1)])),
    'no tab order': (document) => document.getPage(0).node.delete(name('Tabs')),
    'not in the parent tree': (document) => document.getPage(0).node.delete(name('StructParents')),
    'in an element of another role': (document) => find(document, 'S', 'H1').set(name('S'), name('P')),
    'after a heading of level 0': (document) => find(document, 'S', 'H1').set(name('S'), name('H2')),
    'no alternative': (document) => find(document, 'S', 'Figure').delete(name('Alt')),
    'no box': (document) => find(document, 'S', 'Figure').delete(name('A')),
    'no scope': (document) => find(document, 'S', 'TH').delete(name('A')),
    'rows of several lengths': (document) => find(document, 'S', 'TR').lookup(name('K'), PDFArray).remove(0),
    'field not printed': (document) => find(document, 'FT', 'Sig').set(name('F'), PDFNumber.of(0)),
    'field without a name to read': (document) => find(document, 'FT', 'Sig').delete(name('TU')),
    'its field does not lead back': (document) => find(document, 'FT', 'Sig').delete(name('StructParent')),
    'smoothed picture': (document) => {
      for (const [, object] of document.context.enumerateIndirectObjects())
        if ('dict' in object && object.dict instanceof PDFDict && object.dict.has(name('BitsPerComponent')))
          object.dict.set(name('Interpolate'), PDFBool.True)
    },
  }

  it.each(Object.entries(damages))('[PG11] sees « %s »', async (fault, damage) => {
    const document = await PDFDocument.load(await renderForSigning(letterLike, fonts), {
      updateMetadata: false,
    })
    damage(document)
    expect((await checkArchivable(await document.save())).join('\n')).toContain(fault)
  })
})

describe('what outside tools say', () => {
  it.runIf(hasTool('qpdf')).each(files.slice(-4))('[PG11] qpdf finds no fault in %s', async (_, make) => {
    const { status, output } = runOnFile(await make(), 'a.pdf', 'qpdf', ['--check', 'FILE'])
    expect({ status, clean: output.includes('No syntax or stream encoding errors found') }).toEqual({
      status: 0,
      clean: true,
    })
  })

  it.runIf(hasTool('pdfinfo', '-v'))('[PG11] pdfinfo reads figures, parts and fields', async () => {
    const struct = (bytes: Uint8Array): string =>
      runOnFile(bytes, 'a.pdf', 'pdfinfo', ['-struct', 'FILE']).output
    const letter = struct(await renderForSigning(letterLike, fonts))
    for (const role of ['Figure', 'Table', 'Caption', 'Lbl', 'Form'])
      expect(letter).toMatch(new RegExp(`^ *${role}\\b`, 'm'))
    expect(letter).not.toMatch(/error|warning/i)
    expect(
      struct(await renderTogether([letterLike, letterLike], 'Deux', fonts)).match(/^ *Part\b/gm),
    ).toHaveLength(2)
  })

  it.runIf(hasTool('pdffonts', '-v'))('[PG10] fonts are embedded once for many documents', async () => {
    const count = async (models: readonly DocumentModel[]): Promise<number> =>
      runOnFile(await renderTogether(models, 'Lettres', fonts), 'a.pdf', 'pdffonts', ['FILE'])
        .output.trim()
        .split('\n').length
    expect(await count(Array.from({ length: 20 }, () => letterLike))).toBe(await count([letterLike]))
  })
})
