import { expect, it } from 'vitest'
import { measureFonts } from '#main/adapters/documents/pdf/fontFamily.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { everyBlock } from './fixtures/everyBlock.ts'
import { readFonts } from './fixtures/fonts.ts'

const letterOf = (text: string): DocumentModel => ({
  ...everyBlock,
  blocks: [{ type: 'paragraph', tone: 'body', runs: [{ text }, { text, bold: true }] }],
})

it('[DC1] fonts read once for many documents change no byte of any of them, whatever came before', async () => {
  const shared = measureFonts(readFonts())
  const models = [letterOf('Œuvre à VAT, fiançailles Tè. □ 漢'), everyBlock, letterOf('AVATAR 1 234 €')]
  for (const model of [...models, ...models.toReversed()])
    expect(Buffer.compare(await renderPdf(model, shared), await renderPdf(model, readFonts()))).toBe(0)
})
