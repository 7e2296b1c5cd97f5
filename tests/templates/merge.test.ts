import { describe, expect, it } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { readDocxProperties, readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { identityOf } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import { everyBlock } from '../documents/fixtures/everyBlock.ts'
import { alteredWord, partOf, textBox, withXml } from './fixtures/alteredWord.ts'
import { letterhead, letterSentences, letterValues } from './fixtures/letterhead.ts'

const engine = templateEngine()

const body: DocumentModel = { ...everyBlock, numberedHeadings: true }

async function merged(
  word: Uint8Array,
  fields: FieldRecord = letterValues,
  like: DocumentModel = body,
): Promise<Uint8Array> {
  const result = await engine.merge(word, fields, like)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const refusalOf = async (word: Uint8Array, fields: FieldRecord): Promise<unknown> => {
  const result = await engine.merge(word, fields, body)
  return result.ok ? null : result.refusal
}

const linesOf = (word: Uint8Array): readonly string[] =>
  (readDocxText(word) ?? '').replace(/[\u00A0\u202F]/gu, ' ').split('\n')

const wordsOf = (part: string): string =>
  part
    .replace(/<wp:posOffset>.*?<\/wp:posOffset>|<[^>]*>/gu, '')
    .replace(/[\u00A0\u202F]/gu, ' ')
    .trim()

describe('a letterhead filled', () => {
  it('[WT2] prints fields, conditions and lists; what has nothing to print leaves no blank line', async () => {
    const lines = linesOf(await merged(await letterhead()))
    expect(lines.slice(0, 12)).toEqual([
      'Association « Les Amis » 3, rue de la Gare',
      'Objet : Demande d’aide : 2026',
      'Vous pouvez former un recours devant le tribunal administratif de Rennes.',
      'Aucune remarque.',
      'Réf. A-1 & <B> {objet}, lu par Association « Les Amis » 3, rue de la Gare.',
      'Pièce',
      'Échéance',
      'Statuts',
      '1er mars 2026 (Association « Les Amis » 3, rue de la Gare)',
      'Budget',
      '2 mars 2026 (Association « Les Amis » 3, rue de la Gare)',
      'Commission « transformation numérique »',
    ])
  })

  it('[WT2] leaves out what does not hold, and a table without entries', async () => {
    const lines = linesOf(
      await merged(await letterhead(), { ...letterValues, recours: false, remarque: 'Oui', pieces: [] }),
    )
    expect(lines.slice(0, 5)).toEqual([
      'Association « Les Amis » 3, rue de la Gare',
      'Objet : Demande d’aide : 2026',
      'Remarque : Oui',
      'Réf. A-1 & <B> {objet}, lu par Association « Les Amis » 3, rue de la Gare.',
      'Commission « transformation numérique »',
    ])
  })

  it('[WT2] fills head, foot and boxes of text', async () => {
    const word = await merged(withXml(await letterhead(), textBox('Suivi par {service}')))
    expect(wordsOf(partOf(word, 'word/header1.xml'))).toBe('Commune de Plouézoc’h – Vie associative')
    expect(wordsOf(partOf(word, 'word/footer1.xml'))).toContain('dossier 12 – page')
    expect(partOf(word, 'word/document.xml').match(/Suivi par Vie associative/gu)).toHaveLength(2)
  })

  it('[WT2] keeps the lines of a value', async () => {
    expect(partOf(await merged(await letterhead()), 'word/document.xml')).toMatch(
      /Les Amis\u00A0»<\/w:t><\/w:r><w:r>(?:<w:rPr>.*?<\/w:rPr>|<w:rPr\/>)?<w:br\/>/u,
    )
  })

  it('[WT2] refuses with every value that is missing, and prints nothing', async () => {
    const { objet: _, ...fields } = letterValues
    const word = await letterhead()
    expect(await refusalOf(word, { ...fields, service: ' ', pieces: [{ libelle: 'a' }] })).toEqual({
      code: 'template.missing-values',
      details: { items: ['service', 'objet', 'echeance'] },
    })
  })

  it('[WT2] refuses what the check would have told', async () => {
    expect(await refusalOf(await letterhead([['{#recours}']]), letterValues)).toEqual({
      code: 'template.invalid',
      details: {
        items: [
          'La partie {#recours} est ouverte et n’est jamais fermée. (paragraphe 1\u00A0: «\u00A0{#recours}\u00A0»)',
        ],
      },
    })
  })

  it('[DC1] same file, same fields, same document: same bytes', async () => {
    const word = await letterhead()
    expect(await merged(word)).toEqual(await merged(word))
  })

  it('[DC5] says what it is, beside the properties it had', async () => {
    const word = alteredWord(await letterhead(), 'docProps/custom.xml', () => customProperties)
    const filled = await merged(word)
    expect((await readDocument(filled))?.identity).toEqual(identityOf(body))
    expect(readDocxProperties(filled).get('Service')).toBe('Culture')
    expect(partOf(filled, 'docProps/custom.xml').match(/pid="\d+"/gu)).toEqual([
      'pid="2"',
      'pid="3"',
      'pid="4"',
      'pid="5"',
    ])
    const bare = alteredWord(await letterhead(), 'docProps/custom.xml', () => null)
    expect(
      (await readDocument(await merged(withoutRelationship(bare, 'custom-properties'))))?.identity,
    ).toEqual(identityOf(body))
  })

  it('[WT2] a template of Word becomes a document', async () => {
    const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    const word = alteredWord(await letterhead(), '[Content_Types].xml', (xml) =>
      xml.replace(main, main.replace('document.main', 'template.main')),
    )
    expect(partOf(await merged(word), '[Content_Types].xml')).toContain(main)
  })
})

describe('the body of a document in a letterhead', () => {
  it('[WT2] stands at its place, whole and in order', async () => {
    const text = withoutSpaces(linesOf(await merged(await letterhead([['Avant.']]))).join(''))
    const blocks = withoutSpaces(plainText(body).replace(/[\u00A0\u202F]/gu, ' '))
    expect(text.startsWith('Avant.')).toBe(true)
    expect(text.endsWith(blocks)).toBe(true)
  })

  it('[WT2] takes the styles of the file that have the same name, and brings the others without their font', async () => {
    const word = alteredWord(await letterhead(), 'word/styles.xml', (xml) =>
      xml
        .replaceAll('w:styleId="Heading1"', 'w:styleId="Titre1"')
        .replace('<w:name w:val="Heading 1"/>', '<w:name w:val="heading 1"/>'),
    )
    const filled = await merged(word)
    expect(partOf(filled, 'word/document.xml')).toMatch(/<w:pStyle w:val="Titre1"\/>.*Ouverture/u)
    expect(partOf(filled, 'word/document.xml')).not.toContain('<w:pStyle w:val="Heading1"/>')
    const styles = partOf(filled, 'word/styles.xml')
    expect(styles.match(/w:styleId="LegendeTableau"/gu)).toHaveLength(1)
    expect(styles).not.toContain('Source Sans 3')
  })

  it('[WT2] brings styles and lists to a file that had none', async () => {
    const bare = ['word/styles.xml', 'word/numbering.xml'].reduce(
      (file, path) => alteredWord(file, path, () => null),
      withoutRelationship(withoutRelationship(await letterhead(), 'styles'), 'numbering'),
    )
    const filled = await merged(bare)
    expect(partOf(filled, 'word/styles.xml').match(/w:styleId="Heading1"/gu)).toHaveLength(1)
    expect(partOf(filled, 'word/_rels/document.xml.rels').match(/\/(?:styles|numbering)"/gu)).toHaveLength(2)
    expect(partOf(filled, 'word/numbering.xml').match(/<w:abstractNum /gu)?.length).toBe(3)
  })

  it('[WT2] numbers its lists and headings apart from those of the file', async () => {
    const listed =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>De la commune</w:t></w:r></w:p>'
    const numbering =
      '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
    const word = alteredWord(withXml(await letterhead(), listed), 'word/numbering.xml', (xml) =>
      xml.replace(/<w:abstractNum .*/su, numbering),
    )
    const filled = await merged(word)
    const found = partOf(filled, 'word/numbering.xml')
    const order = [...found.matchAll(/<w:(abstractNum|num) /gu)].map(([, name]) => name)
    expect(order).toEqual([...order].toSorted())
    const uses = [...found.matchAll(/<w:num w:numId="(\d+)"/gu)].map(([, id]) => id)
    expect(new Set(uses).size).toBe(uses.length)
    expect(partOf(filled, 'word/document.xml').match(/<w:numId w:val="7"\/>/gu)).toHaveLength(1)
    expect(partOf(filled, 'word/document.xml')).toMatch(
      /<w:pStyle w:val="Heading1"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/><\/w:numPr>/u,
    )
  })

  it('[WT2] turns the pages that its sections turn, with the head and foot of the letterhead', async () => {
    const document = partOf(await merged(await letterhead()), 'word/document.xml')
    const sections = document.match(/<w:sectPr.*?<\/w:sectPr>/gsu) ?? []
    expect(sections.map((section) => /w:orient="landscape"/u.test(section))).toEqual([false, true, false])
    for (const section of sections) expect(section).toMatch(/<w:headerReference .*<w:footerReference /u)
  })

  it('[WT2] brings its pictures', async () => {
    const like: DocumentModel = {
      ...body,
      blocks: [
        {
          type: 'chart',
          caption: 'Notes',
          maximum: 10,
          alternative: 'Une note de 5 sur 10.',
          bars: [{ label: 'Qualité', value: 5, text: '5' }],
        },
      ],
    }
    const filled = await merged(await letterhead(), letterValues, like)
    const id = /descr="Une note de 5 sur 10\.".*?r:embed="([^"]*)"/su.exec(
      partOf(filled, 'word/document.xml'),
    )?.[1]
    const target = new RegExp(`Id="${id}"[^>]*Target="/([^"]*)"`, 'u').exec(
      partOf(filled, 'word/_rels/document.xml.rels'),
    )?.[1]
    expect(partOf(filled, target ?? '').length).toBeGreaterThan(40)
  })
})

describe('the proof of a document in a letterhead', () => {
  const proof = 'PV 2026-01 · établi le 22 novembre 2026 · modèle essai-1'
  const digest = `Empreinte SHA-256 des faits : ${'3f'.repeat(32)}`

  it('[DC4] without a place of its own, it stands at the foot of every page, with its code', async () => {
    const foot = partOf(await merged(await letterhead()), 'word/footer1.xml')
    expect(wordsOf(foot)).toContain(`${proof}${digest}`)
    expect(foot).toContain('descr="Code du document PV 2026-01, à lire par un scanneur"')
  })

  it('[DC4] a file without any foot is given one, of its first page too', async () => {
    const word = ['word/footer1.xml', 'word/document.xml'].reduce(
      (file, path) =>
        alteredWord(file, path, (xml) =>
          path.includes('footer')
            ? null
            : xml.replace(/<w:footerReference[^>]*>/gu, '').replace('</w:sectPr>', '<w:titlePg/></w:sectPr>'),
        ),
      alteredWord(withoutRelationship(await letterhead(), 'footer'), '[Content_Types].xml', (xml) =>
        xml.replace(/<Override[^>]*footer1[^>]*>/gu, ''),
      ),
    )
    const filled = await merged(word)
    for (const path of ['word/footer101.xml', 'word/footer102.xml'])
      expect(wordsOf(partOf(filled, path))).toBe(`${proof}${digest}`)
    expect(partOf(filled, 'word/document.xml')).toMatch(
      /<w:sectPr[^>]*><w:footerReference w:type="first" [^>]*><w:footerReference w:type="default" /u,
    )
  })

  it('[WT2] else it stands where the secretary put it, and nowhere else', async () => {
    const filled = await merged(await letterhead([...letterSentences, ['{@preuve}']]))
    const lines = linesOf(filled)
    const at = lines.indexOf(proof)
    expect(lines[at + 1]).toBe(digest)
    expect(wordsOf(partOf(filled, 'word/footer1.xml'))).not.toContain('Empreinte')
  })
})

const withoutRelationship = (word: Uint8Array, kind: string): Uint8Array =>
  ['_rels/.rels', 'word/_rels/document.xml.rels'].reduce(
    (file, path) =>
      alteredWord(file, path, (xml) =>
        xml.replace(new RegExp(`<Relationship [^>]*/${kind}"[^>]*>`, 'gu'), ''),
      ),
    word,
  )

const customProperties =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Service"><vt:lpwstr>Culture</vt:lpwstr></property></Properties>'
