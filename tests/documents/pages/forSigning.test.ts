import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFSignature } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { renderForSigning, renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { signatureReader } from '#main/adapters/documents/signatures/signatureReader.ts'
import { identityOf } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { readFonts } from '../fixtures/fonts.ts'
import { letterLike } from '../fixtures/letterLike.ts'
import { hasTool, runOnFile } from '../fixtures/outsideTool.ts'
import { sign, testSigner } from '../fixtures/signers.ts'

const fonts = readFonts()
const places = (...capacities: readonly string[]): DocumentModel => ({
  ...letterLike,
  blocks: [
    {
      type: 'signatures',
      places: capacities.map((capacity) => ({ capacity, name: 'Élie Ÿvon', mention: '' })),
    },
  ],
})

const contentsOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).getPages().map(({ node }) => {
    const contents = node.lookup(PDFName.of('Contents'))
    if (!(contents instanceof PDFRawStream)) throw new Error('no content')
    return Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')
  })

const fieldsOf = async (bytes: Uint8Array) => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document
    .getForm()
    .getFields()
    .map((field) => ({
      name: field.getName(),
      isSignature: field instanceof PDFSignature,
      isEmpty: !field.acroField.dict.has(PDFName.of('V')),
      page: document.getPages().findIndex(({ ref }) => ref === field.acroField.dict.get(PDFName.of('P'))),
      box: field.acroField.getWidgets()[0]?.getRectangle(),
    }))
}

describe('a PDF prepared for the parapheur', () => {
  it('[PG12] has the same pages and the same identity', async () => {
    const [plain, prepared] = [await renderPdf(letterLike, fonts), await renderForSigning(letterLike, fonts)]
    expect(await contentsOf(prepared)).toEqual(await contentsOf(plain))
    const [before, after] = [await readDocument(plain), await readDocument(prepared)]
    expect(after).toEqual(before)
    expect(after?.identity).toEqual(identityOf(letterLike))
    expect(await renderForSigning(letterLike, fonts)).toEqual(prepared)
  })

  it('[PG12] an empty field at each place, named after the capacity, inside the margins', async () => {
    const fields = await fieldsOf(await renderForSigning(letterLike, fonts))
    expect(fields.map(({ box, ...field }) => field)).toEqual([
      { name: 'Le président', isSignature: true, isEmpty: true, page: 1 },
      { name: 'La secrétaire de séance', isSignature: true, isEmpty: true, page: 1 },
    ])
    for (const { box } of fields) {
      if (box === undefined) throw new Error('no box')
      expect(box.x).toBeGreaterThanOrEqual(62)
      expect(box.x + box.width).toBeLessThanOrEqual(595.28 - 62 + 0.01)
      expect(box.y).toBeGreaterThan(76)
      expect(box.height).toBeGreaterThan(50)
    }
  })

  it('[PG12] two of one capacity have two names, and a full stop does not nest', async () => {
    const fields = await fieldsOf(await renderForSigning(places('M. le maire', 'M. le maire', ' '), fonts))
    expect(fields.map(({ name }) => name)).toEqual(['M le maire', 'M le maire (2)', 'Signature'])
  })

  it('[PG12] without place of signature, the file is the plain one', async () => {
    const model: DocumentModel = { ...letterLike, blocks: letterLike.blocks.slice(0, 4) }
    expect(await renderForSigning(model, fonts)).toEqual(await renderPdf(model, fonts))
    const document = await PDFDocument.load(await renderPdf(letterLike, fonts))
    expect(document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)).toBeUndefined()
  })

  it.runIf(hasTool('openssl', 'version'))(
    '[PG12] is signed twice in its fields, and what was prepared is found again',
    { timeout: 60_000 },
    async () => {
      const prepared = await renderForSigning(letterLike, fonts)
      const [anne, elodie] = [
        await testSigner('Anne Le Goff'),
        await testSigner('Élodie Martin', 'Région', 'ec'),
      ]
      const once = await sign(prepared, anne, { fieldName: 'Le président' })
      const twice = await sign(once, elodie, { fieldName: 'La secrétaire de séance' })
      const reader = signatureReader()
      expect((await reader.read(twice)).map(({ signer, valid }) => ({ signer, valid }))).toEqual([
        { signer: 'Anne Le Goff', valid: true },
        { signer: 'Élodie Martin', valid: true },
      ])
      expect(await reader.beforeSigning(twice)).toContainEqual(prepared)
      expect(await fieldsOf(twice)).toHaveLength(2)
      expect(await contentsOf(twice)).toEqual(await contentsOf(prepared))
    },
  )

  it.runIf(hasTool('pdfsig', '-v'))('[PG12] pdfsig lists the empty fields', async () => {
    const { output } = runOnFile(await renderForSigning(letterLike, fonts), 'a.pdf', 'pdfsig', ['FILE'])
    expect(output.match(/Signature Field Name: .*/g)).toEqual([
      'Signature Field Name: Le président',
      'Signature Field Name: La secrétaire de séance',
    ])
    expect(output.match(/The signature form field is not signed/g)).toHaveLength(2)
  })
})
