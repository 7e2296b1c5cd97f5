import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocument, readIdentity } from '#main/adapters/documents/reading/readDocument.ts'
import { unpackedFits } from '#main/adapters/documents/reading/unpackedFits.ts'
import { parseIdentity } from '#shared/domain/documents/documentIdentity.ts'
import { everyBlock } from './fixtures/everyBlock.ts'
import { readFonts } from './fixtures/fonts.ts'

const fonts = readFonts()

describe('files handed in by strangers', () => {
  it('[VF1] never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', '%PDF-1.7\n', 'PK\u0003\u0004'),
        fc.uint8Array({ maxLength: 400 }),
        async (head, tail) => {
          expect(await readDocument(new Uint8Array([...strToU8(head), ...tail]))).toBeNull()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('[VF1] never throws on a file of ours that was cut or altered', { timeout: 120_000 }, async () => {
    const files = [await renderPdf(everyBlock, fonts), await renderDocx(everyBlock)]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        async (file, cut, at, value) => {
          const altered = file.slice(0, Math.max(1, file.length - (cut % 2000)))
          altered[at % altered.length] = value
          await readDocument(altered)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('[VF1] refuses a PDF whose streams unpack beyond the limit, nested ones too', async () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024))
    const pdfOf = (stream: Buffer, says = ''): Uint8Array =>
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n1 0 obj\n<<${says}/Length ${stream.length} /Filter /FlateDecode>>\nstream\n`),
        stream,
        Buffer.from('\nendstream\nendobj\n'),
      ])
    expect(unpackedFits(pdfOf(bomb))).toBe(false)
    expect(unpackedFits(pdfOf(deflateSync(bomb)))).toBe(false)
    expect(await readDocument(pdfOf(bomb))).toBeNull()
    expect(unpackedFits(pdfOf(deflateSync(Buffer.from('court'))))).toBe(true)
    // Pages of a scan are unpacked one at a time; objects that call themselves a picture are not.
    const large = deflateSync(Buffer.alloc(150 * 1024 * 1024))
    const two = (says: string): Uint8Array => Buffer.concat([pdfOf(large, says), pdfOf(large, says)])
    expect(unpackedFits(two('/Subtype /Image '))).toBe(true)
    expect(unpackedFits(two(''))).toBe(false)
    expect(unpackedFits(two('/Subtype /Image /Type /ObjStm '))).toBe(false)
    expect(unpackedFits(two('/Subtype /Image /Type /Obj#53tm '))).toBe(false)
    expect(unpackedFits(pdfOf(bomb, '/Subtype /Image '))).toBe(false)
  })

  it('[VF1] refuses a Word archive whose document unpacks beyond the limit', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await readDocument(bomb)).toBeNull()
  })

  it('[VF1] expands no entity of a Word file', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:p><w:t>&b;</w:t></w:p>'
    expect(await readDocument(zipSync({ 'word/document.xml': strToU8(lol) }))).toBeNull()
  })

  it('[DC5] a stranger’s document has no identity', async () => {
    const word = zipSync({ 'word/document.xml': strToU8('<w:p xmlns:w="w"><w:t>Bonjour</w:t></w:p>') })
    expect(await readDocument(word)).toEqual({
      format: 'docx',
      identity: null,
      visibleIdentity: null,
      text: 'Bonjour',
      pageCount: null,
    })
    expect(await readIdentity(strToU8('du texte'))).toBeNull()
  })

  it('[DC5] an identity is whole and well formed, or none', () => {
    const whole = { kind: 'minutes', number: 'PV 1', factsDigest: 'a'.repeat(64) }
    expect(parseIdentity(whole)).toEqual(whole)
    expect(parseIdentity({ ...whole, kind: 'poème' })).toBeNull()
    expect(parseIdentity({ ...whole, number: ' ' })).toBeNull()
    expect(parseIdentity({ ...whole, factsDigest: 'A'.repeat(64) })).toBeNull()
  })
})
