import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { renderTogether } from '#main/adapters/documents/pdf/renderTogether.ts'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { everyBlock } from '../fixtures/everyBlock.ts'
import { readFonts } from '../fixtures/fonts.ts'
import { letterLike } from '../fixtures/letterLike.ts'
import { hasTool, runOnFile } from '../fixtures/outsideTool.ts'

const fonts = readFonts()
const models = [
  letterLike,
  { ...everyBlock, frozenAt: '2027-01-02T08:00' },
  { ...letterLike, title: 'La seconde' },
]

describe('several documents in one file', () => {
  it('[PG10] hold the text of each, in order, and the file is none of them', async () => {
    const reading = await readDocument(await renderTogether(models, 'Lettres', fonts))
    expect(withoutSpaces(reading?.text ?? '')).toBe(
      models.map((model) => withoutSpaces(plainText(model))).join(''),
    )
    expect(reading?.identity).toBeNull()
  })

  it('[PG10] same documents, same bytes', async () => {
    expect(await renderTogether(models, 'Lettres', fonts)).toEqual(
      await renderTogether(models, 'Lettres', fonts),
    )
  })

  it('[PG10] each has its bookmark, its headings under it, and the file its title and last date', async () => {
    const loading = getDocument({ data: await renderTogether(models, 'Lettres du 22', fonts), verbosity: 0 })
    const document = await loading.promise
    const outline = await document.getOutline()
    const { info } = await document.getMetadata()
    expect(outline?.map(({ title, items }) => [title, items.length])).toEqual([
      [letterLike.title, 2],
      [everyBlock.title, 1],
      ['La seconde', 2],
    ])
    expect(outline?.[0]?.items.map(({ title }: { title: string }) => title)).toEqual([
      '1. Ce qui vous est attribué',
      '2. Vos droits',
    ])
    expect(info).toMatchObject({
      Title: 'Lettres du 22',
      Author: everyBlock.author,
      CreationDate: 'D:20270102080000',
    })
    await loading.destroy()
  })

  it.runIf(hasTool('pdftotext', '-v'))('[PG10] each has its own numbers of pages', async () => {
    const { output } = runOnFile(await renderTogether(models, 'Lettres', fonts), 'a.pdf', 'pdftotext', [
      ...['-enc', 'UTF-8', 'FILE', '-'],
    ])
    const ofLetter = ['Page 1 / 2', 'Page 2 / 2']
    expect(output.replaceAll('\u00A0', ' ').match(/Page \d+ \/ \d+/g)).toEqual([
      ...ofLetter,
      ...[1, 2, 3, 4, 5, 6].map((page) => `Page ${page} / 6`),
      ...ofLetter,
    ])
  })

  it('[PG10] three hundred letters make one file, whose weight is that of the pages', async () => {
    const letters = (count: number): readonly DocumentModel[] =>
      Array.from({ length: count }, (_, index) => ({
        ...letterLike,
        number: `L-${index}`,
        title: `Lettre ${index}`,
      }))
    const [one, many] = [
      await renderTogether(letters(1), 'Une', fonts),
      await renderTogether(letters(300), 'Lettres', fonts),
    ]
    const loading = getDocument({ data: new Uint8Array(many), verbosity: 0 })
    expect((await loading.promise).numPages).toBe(600)
    await loading.destroy()
    // The fonts and the logo of the first one serve all the others.
    expect(many.length / 300).toBeLessThan(one.length / 3)
  })

  it('[PG10] none at all is an empty file that still opens', async () => {
    expect(await readDocument(await renderTogether([], 'Rien', fonts))).toMatchObject({
      identity: null,
      text: '',
    })
  })
})
