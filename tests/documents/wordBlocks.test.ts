import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encodePng } from '#main/adapters/documents/docx/encodePng.ts'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import type { Block, DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { everyBlock } from './fixtures/everyBlock.ts'
import { hasTool, runOnFile } from './fixtures/outsideTool.ts'

const logo = Buffer.from(encodePng(3, 2, (x, y) => (x === y ? 0x1a365e : 0xffcc00))).toString('base64')

const letterBlocks: readonly Block[] = [
  {
    type: 'image',
    format: 'png',
    base64: logo,
    widthPt: 60,
    heightPt: 40,
    align: 'end',
    alternative: 'Logo de la commune',
  },
  { type: 'address', lines: [[{ text: 'Madame la Présidente' }], [{ text: '35000 Rennes', bold: true }]] },
  { type: 'paragraph', tone: 'body', align: 'end', runs: [{ text: 'Fait à Rennes' }] },
  {
    type: 'chart',
    caption: 'Notes par critère',
    maximum: 100,
    alternative: 'Qualité 20, portée 100, suites 0.',
    bars: [
      { label: 'Qualité', value: 20, text: '20,00' },
      { label: 'Portée', value: 100, text: '100,00' },
      { label: 'Suites', value: 0, text: '0,00' },
    ],
  },
]

const letter: DocumentModel = {
  ...everyBlock,
  numberedHeadings: true,
  blocks: [...letterBlocks, ...everyBlock.blocks],
}

const partOf = (word: Uint8Array, name: string): string =>
  strFromU8(unzipSync(word)[name] ?? new Uint8Array())

describe('the blocks of a letter in Word', () => {
  it('[DC2] carry the text of the model, in order', async () => {
    const found = readDocxText(await renderDocx(letter))
    expect(withoutSpaces(found ?? '')).toBe(withoutSpaces(plainText(letter)))
  })

  it('[DC1] the same model gives the same bytes, pictures included', async () => {
    expect(await renderDocx(letter)).toEqual(await renderDocx(letter))
  })

  it('[WD2] every picture has its alternative text, and a number of its own', async () => {
    const document = partOf(await renderDocx(letter), 'word/document.xml')
    const pictures = [...document.matchAll(/<wp:docPr id="(\d+)"[^>]*? descr="([^"]*)"/gu)]
    expect(pictures.map(([, id, words]) => [id, words])).toEqual([
      ['1', 'Logo de la commune'],
      ['2', 'Qualité 20, portée 100, suites 0.'],
      ['3', 'Portée : 100,00'],
      ['4', 'Suites : 0,00'],
    ])
  })

  it('[WD2] bars are as long as their values', async () => {
    const document = partOf(await renderDocx(letter), 'word/document.xml')
    const lengths = [...document.matchAll(/<wp:extent cx="(\d+)"/gu)].slice(1).map(([, cx]) => Number(cx))
    expect((lengths[0] ?? 0) / (lengths[1] ?? 1)).toBeCloseTo(0.2, 2)
    expect(lengths[2]).toBeLessThan((lengths[1] ?? 0) / 50)
  })

  it('[WD2] numbered headings are a list of Word bound to the styles', async () => {
    const word = await renderDocx(letter)
    const numbering = partOf(word, 'word/numbering.xml')
    expect([...numbering.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/gu)].map(([, style]) => style)).toEqual([
      'Heading1',
      'Heading2',
      'Heading3',
    ])
    for (const level of [1, 2, 3])
      expect(partOf(word, 'word/styles.xml')).toMatch(
        new RegExp(`w:styleId="Heading${level}".*?<w:numPr><w:ilvl w:val="${level - 1}"/>`, 'u'),
      )
    expect(partOf(await renderDocx(everyBlock), 'word/numbering.xml')).not.toContain('Heading1')
  })

  it('[WD2] the code of the document floats at the foot of every page', async () => {
    const word = await renderDocx(letter)
    const feet = Object.keys(unzipSync(word)).filter((name) => /footer\d+\.xml$/u.test(name))
    expect(feet.length).toBeGreaterThan(1)
    for (const foot of feet)
      expect(partOf(word, foot)).toMatch(
        /<wp:anchor .*<wp:wrapNone\/>.*descr="Code du document PV 2026-01, à lire par un scanneur"/u,
      )
  })

  it('[WD1] the language of the file and of its styles is French', async () => {
    const word = await renderDocx(letter)
    expect(partOf(word, 'docProps/core.xml')).toContain('<dc:language>fr-FR</dc:language>')
    expect(partOf(word, 'word/styles.xml').match(/<w:lang [^>]*>/gu)).toEqual(['<w:lang w:val="fr-FR"/>'])
  })

  it.runIf(hasTool('soffice'))('[WD1] LibreOffice numbers the headings', { timeout: 120_000 }, async () => {
    const { produced } = runOnFile(await renderDocx(letter), 'a.docx', 'soffice', [
      '-env:UserInstallation=file://FOLDER/profile',
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      'FOLDER',
      'FILE',
    ])
    const text = produced('a.txt')
    for (const title of ['1. Ouverture', '1.1. Liste', '1.1.1. Tableau', '2. Annexe en paysage'])
      expect(text).toContain(title)
  })
})
