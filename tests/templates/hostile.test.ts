import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { everyBlock } from '../documents/fixtures/everyBlock.ts'
import { alteredWord, withXml } from './fixtures/alteredWord.ts'
import { letterFields, letterhead, letterValues } from './fixtures/letterhead.ts'

const engine = templateEngine()

/** What each of the three readings answers: a code, or `ok`. */
async function answers(word: Uint8Array): Promise<readonly string[]> {
  const results = [
    engine.check(word, letterFields),
    await engine.merge(word, letterValues, everyBlock),
    engine.readModel(word, everyBlock),
  ]
  return results.map((result) => (result.ok ? 'ok' : result.refusal.code))
}

const unreadable = ['template.unreadable', 'template.unreadable', 'template.unreadable']

describe('files brought by strangers as templates', () => {
  it('[WT5] a file that is no Word file', async () => {
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])
    expect(await answers(new Uint8Array())).toEqual(unreadable)
    expect(await answers(strToU8('%PDF-1.7'))).toEqual(unreadable)
    expect(await answers(ole)).toEqual(unreadable)
    expect(await answers(zipSync({ 'autre.txt': strToU8('bonjour') }))).toEqual(unreadable)
    expect(await answers(new Uint8Array(100 * 1024 * 1024).fill(0x50))).toEqual([
      'template.too-large',
      'template.unreadable',
      'template.unreadable',
    ])
  })

  it('[WT5] an archive that unpacks beyond measure', async () => {
    const word = await letterhead()
    const large = (size: number) => alteredWord(word, 'word/document.xml', (xml) => xml.padEnd(size, ' '))
    expect(await answers(large(40 * 1024 * 1024))).toEqual(unreadable)
    const many: Record<string, Uint8Array> = {}
    for (let index = 0; index < 5000; index += 1) many[`word/media/${index}.png`] = new Uint8Array(1)
    expect(await answers(zipSync(many))).toEqual(unreadable)
  })

  it('[WT5] entities, and pieces without end or without bottom', async () => {
    const word = await letterhead()
    const lol = (xml: string): string =>
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${xml.replace(/^<\?[^>]*>/u, '').replace('{@corps}', '&b;')}`
    expect(await answers(alteredWord(word, 'word/document.xml', lol))).toEqual(unreadable)
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(100)
    const closed = '</w:tc></w:tr></w:tbl>'.repeat(100)
    expect(await answers(withXml(word, `${deep}<w:p/>${closed}`))).toEqual(unreadable)
    expect(await answers(withXml(word, '<w:p/>'.repeat(1_000_001)))).toEqual(unreadable)
  })

  it('[WT5] a part that is not well formed', async () => {
    const broken = alteredWord(await letterhead(), 'word/document.xml', (xml) => xml.slice(0, -20))
    expect(await answers(broken)).toEqual(unreadable)
  })

  it('[WT5] parts opened without end are told, not followed', async () => {
    const opened = withXml(
      await letterhead(),
      `<w:p><w:r><w:t>${'{#recours}'.repeat(20_000)}</w:t></w:r></w:p>`,
    )
    const checked = engine.check(opened, letterFields)
    expect(checked.ok && checked.value.problems.length).toBe(100)
    expect((await engine.merge(opened, letterValues, everyBlock)).ok).toBe(false)
  })

  it('[WT5] never throws on a template that was cut or altered', { timeout: 120_000 }, async () => {
    const word = await letterhead()
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), async (cut, at, value) => {
        const altered = word.slice(0, Math.max(1, word.length - (cut % 3000)))
        altered[at % altered.length] = value
        for (const answer of await answers(altered)) expect(answer).toMatch(/^(?:ok|template\.)/u)
      }),
      { numRuns: 60 },
    )
  })

  it('[WT5] never throws on a document whose pieces were moved about', { timeout: 120_000 }, async () => {
    const word = await letterhead()
    const piece = fc.constantFrom(
      '<w:p/>',
      '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>',
      '<w:tbl/>',
      '<w:tbl><w:tr/></w:tbl>',
      '<w:tbl><w:tr><w:tc/></w:tr></w:tbl>',
      '<w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999999"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
      '<w:p><w:r><w:t>{#pieces}{libelle}</w:t><w:br/><w:t>{/pieces}</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>{#recours}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{objet}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>{/}</w:t></w:r></w:p>',
      '<w:p><w:hyperlink><w:r><w:t>{obj</w:t></w:r></w:hyperlink><w:r><w:t>et}</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>{@preuve}</w:t></w:r></w:p>',
      '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:instrText>PAGE</w:instrText></w:r></w:p>',
      '<w:sdt><w:sdtContent><w:p><w:r><w:t>{objet}</w:t></w:r></w:p></w:sdtContent></w:sdt>',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="99"/></w:numPr><w:pStyle w:val="Inconnu"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
      '<w:p><w:r><w:drawing/><w:pict/><w:sym/><w:footnoteReference w:id="7"/></w:r></w:p>',
      'texte',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.boolean(), async (pieces, bare) => {
        const altered = bare
          ? alteredWord(word, 'word/document.xml', (xml) =>
              xml.replace(/<w:body>.*<\/w:body>/su, `<w:body>${pieces.join('')}</w:body>`),
            )
          : withXml(word, pieces.join(''))
        for (const answer of await answers(altered)) expect(answer).toMatch(/^(?:ok|template\.)/u)
      }),
      { numRuns: 80 },
    )
  })
})
