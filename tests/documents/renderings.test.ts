import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { compareTexts } from '#shared/domain/documents/compareTexts.ts'
import { identityOf } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel, TableRow } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { everyBlock } from './fixtures/everyBlock.ts'
import { readFonts } from './fixtures/fonts.ts'
import { hasTool, runOnFile } from './fixtures/outsideTool.ts'

const fonts = readFonts()

describe('the two renderings of one model', () => {
  it('[DC2] the PDF carries the text of the model, in order', async () => {
    const reading = await readDocument(await renderPdf(everyBlock, fonts))
    expect(reading?.identity).toEqual(identityOf(everyBlock))
    expect(withoutSpaces(reading?.text ?? '')).toBe(withoutSpaces(plainText(everyBlock)))
  })

  it('[DC2] the Word file carries the text of the model, in order', async () => {
    const reading = await readDocument(await renderDocx(everyBlock))
    expect(reading?.identity).toEqual(identityOf(everyBlock))
    expect(withoutSpaces(reading?.text ?? '')).toBe(withoutSpaces(plainText(everyBlock)))
  })

  it('[DC1] the same model gives the same bytes', async () => {
    expect(await renderPdf(everyBlock, fonts)).toEqual(await renderPdf(everyBlock, fonts))
    expect(await renderDocx(everyBlock)).toEqual(await renderDocx(everyBlock))
  })

  it('[PG3] a row higher than a page is read cell by cell, though it is drawn line by line', async () => {
    const long = (word: string): string =>
      Array.from({ length: 700 }, (_, index) => `${word}${index}`).join(' ')
    const row: TableRow = {
      cells: [[{ text: long('gauche') }], [{ text: long('droite') }]],
      emphasis: 'none',
    }
    const model: DocumentModel = {
      ...everyBlock,
      blocks: [
        {
          type: 'table',
          caption: 'Une ligne très haute',
          columns: [
            { header: 'Un', share: 1, align: 'start' },
            { header: 'Deux', share: 1, align: 'start' },
          ],
          rows: [row],
        },
      ],
    }
    const reading = await readDocument(await renderPdf(model, fonts))
    expect(compareTexts(plainText(model), reading?.text ?? '')).toEqual([])
  })

  it('[PG5] a character that the font lacks keeps its value in the text', async () => {
    const model: DocumentModel = {
      ...everyBlock,
      blocks: [{ type: 'paragraph', tone: 'body', runs: [{ text: 'Nǐ 你好 🎉 العربية' }] }],
    }
    const reading = await readDocument(await renderPdf(model, fonts))
    for (const character of '你好🎉') expect(reading?.text).toContain(character)
  })

  it('[VF2] tells what was changed in a file', async () => {
    const altered: DocumentModel = {
      ...everyBlock,
      blocks: everyBlock.blocks.map((block) =>
        block.type === 'paragraph' && block.tone === 'note'
          ? { ...block, runs: [{ text: 'Une autre note sous le tableau.' }] }
          : block,
      ),
    }
    const reading = await readDocument(await renderPdf(altered, fonts))
    expect(compareTexts(plainText(everyBlock), reading?.text ?? '')).toEqual([
      { expected: '', found: 'autre', after: expect.stringMatching(/Total .* Une$/u) },
    ])
  })
})

describe('what outside tools say of the PDF', () => {
  it.runIf(hasTool('qpdf'))('[PG4] qpdf finds no fault', async () => {
    const { status, output } = runOnFile(await renderPdf(everyBlock, fonts), 'a.pdf', 'qpdf', [
      '--check',
      'FILE',
    ])
    expect({ status, clean: output.includes('No syntax or stream encoding errors found') }).toEqual({
      status: 0,
      clean: true,
    })
  })

  it.runIf(hasTool('pdffonts', '-v'))(
    '[PG4] every font is an embedded subset with its Unicode text',
    async () => {
      const { output } = runOnFile(await renderPdf(everyBlock, fonts), 'a.pdf', 'pdffonts', ['FILE'])
      const lines = output
        .split('\n')
        .slice(2)
        .filter((line) => line.trim() !== '')
      expect(lines).toHaveLength(5)
      for (const line of lines)
        expect(line).toMatch(/^[A-Z]{6}\+SourceSans3-\S+ +CID TrueType +Identity-H +yes yes yes/)
    },
  )

  it.runIf(hasTool('pdfinfo', '-v'))('[PG4] the structure is that of the model', async () => {
    const bytes = await renderPdf(everyBlock, fonts)
    const { output } = runOnFile(bytes, 'a.pdf', 'pdfinfo', ['-struct', 'FILE'])
    const roles = new Set(output.match(/^ *([A-Z][A-Za-z0-9]*)/gm)?.map((role) => role.trim()))
    for (const role of 'Document H1 H2 H3 H4 P L LI Lbl LBody Table Caption THead TBody TR TH TD'.split(
      ' ',
    )) {
      expect(roles).toContain(role)
    }
    expect(output).toContain('/Scope /Column')
    expect(output).toContain('/Scope /Row')
    const info = runOnFile(bytes, 'a.pdf', 'pdfinfo', ['FILE']).output
    expect(info).toMatch(/Title: +Procès-verbal d’essai/)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/CreationDate: .*2026/)
  })

  it.runIf(hasTool('pdftotext', '-v'))(
    '[DC4] every page carries the number, the digest and its own number',
    async () => {
      const bytes = await renderPdf(everyBlock, fonts)
      const { output } = runOnFile(bytes, 'a.pdf', 'pdftotext', ['-enc', 'UTF-8', 'FILE', '-'])
      for (let page = 1; page <= 6; page++) expect(output).toContain(`Page ${page} / 6`)
      expect(output.match(/PV 2026-01 · établi le 22 novembre 2026 · modèle essai-1/g)).toHaveLength(6)
      expect(output.match(/Empreinte SHA-256 des faits : (?:3f){32}/g)).toHaveLength(6)
      expect(output).toContain('12 345,67 €')
    },
  )

  it.runIf(hasTool('qpdf'))('[TY1] the no-break spaces reach the page', async () => {
    const { output } = runOnFile(await renderPdf(everyBlock, fonts), 'a.pdf', 'qpdf', ['--qdf', 'FILE', '-'])
    expect(output).toMatch(/^<[0-9a-f]{4}> <202f>$/m)
    expect(output).toMatch(/^<[0-9a-f]{4}> <00a0>$/m)
  })
})

describe('what LibreOffice makes of the Word file', () => {
  it.runIf(hasTool('soffice'))(
    '[WD1] opens it with the text of the model',
    { timeout: 120_000 },
    async () => {
      const { produced } = runOnFile(await renderDocx(everyBlock), 'a.docx', 'soffice', [
        '-env:UserInstallation=file://FOLDER/profile',
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        'FOLDER',
        'FILE',
      ])
      const withoutLabels = produced('a.txt')
        .replace('\uFEFF', '')
        .replace(/^\s*(?:\d+\.|[–•])\s/gmu, '')
      expect(withoutSpaces(withoutLabels)).toBe(withoutSpaces(plainText(everyBlock)))
    },
  )
})
