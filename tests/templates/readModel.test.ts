import { describe, expect, it } from 'vitest'
import { encodePng } from '#main/adapters/documents/docx/encodePng.ts'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import type { Block, DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { everyBlock } from '../documents/fixtures/everyBlock.ts'
import { alteredWord, textBox, withXml } from './fixtures/alteredWord.ts'
import { letterhead, letterValues, logo } from './fixtures/letterhead.ts'

const engine = templateEngine()

function modelOf(word: Uint8Array, like: DocumentModel = everyBlock): DocumentModel {
  const result = engine.readModel(word, like)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function merged(word: Uint8Array, like: DocumentModel): Promise<Uint8Array> {
  const result = await engine.merge(word, letterValues, like)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** The blocks that these pieces of Word become, at the head of an empty document of ours. */
async function blocksOf(xml: string, numbering = ''): Promise<readonly Block[]> {
  const bare = await renderDocx({ ...everyBlock, runningHead: '', blocks: [] })
  const word =
    numbering === ''
      ? bare
      : alteredWord(bare, 'word/numbering.xml', (part) =>
          part.replace('</w:numbering>', `${numbering}</w:numbering>`),
        )
  return modelOf(withXml(word, xml)).blocks
}

const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const read = (text: string): Block => ({ type: 'paragraph', tone: 'body', runs: [{ text }] })
const numbered = (text: string, list: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const bordered = (rows: string): string =>
  `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${rows}</w:tbl>`

const picture = Buffer.from(encodePng(2, 2, () => 0x336699)).toString('base64')

it('[WT3] a whole text in the right cell of a table is read from the left; a date stays on the right', async () => {
  const long = `${'Votre demande est retenue. '.repeat(20)}Fin`
  const two = (right: string) =>
    `<w:tbl><w:tr>${cell(paragraph('Logo'))}${cell(paragraph(right))}</w:tr></w:tbl>`
  expect(await blocksOf(two(long))).toEqual([read('Logo'), read(long)])
  expect(await blocksOf(two('Le 2 mai'))).toEqual([read('Logo'), { ...read('Le 2 mai'), align: 'end' }])
})

/** Every block, as our own renderer writes it. */
const ours: DocumentModel = {
  ...everyBlock,
  numberedHeadings: true,
  blocks: [
    {
      type: 'image',
      format: 'png',
      base64: picture,
      widthPt: 30,
      heightPt: 30,
      align: 'end',
      alternative: 'Blason',
    },
    { type: 'address', lines: [[{ text: 'Madame X' }], [{ text: '35000 Rennes', bold: true }]] },
    { type: 'paragraph', tone: 'body', align: 'end', runs: [{ text: 'Fait à Rennes' }] },
    ...everyBlock.blocks,
  ],
}

/** Widths of columns come back in the unit of Word, empty cells without a run; which column names its row does not. */
const comparable = (block: Block): Block =>
  block.type === 'table'
    ? {
        ...block,
        columns: block.columns.map(({ header, align }) => ({ header, align, share: 1 })),
        rows: block.rows.map(({ cells, emphasis }) => ({
          cells: cells.map((runs) => runs.filter(({ text }) => text !== '')),
          emphasis,
        })),
      }
    : block

describe('a Word file of ours read back', () => {
  it('[WT3] is the model it was made of, block by block', async () => {
    const { blocks, ...furniture } = modelOf(await renderDocx(ours), ours)
    expect(blocks.map(comparable)).toEqual(ours.blocks.map(comparable))
    expect(furniture).toEqual({ ...ours, blocks: undefined })
  })

  it('[WT3] its charts have the same words, and bars in the same proportion', async () => {
    const chart: Block = {
      type: 'chart',
      caption: 'Notes',
      maximum: 20,
      alternative: 'Qualité 5 sur 20, portée 20 sur 20.',
      bars: [
        { label: 'Qualité', value: 5, text: '5 sur 20' },
        { label: 'Portée', value: 20, text: '20 sur 20' },
        { label: 'Suites', value: 0, text: '0 sur 20' },
      ],
    }
    const [found] = modelOf(await renderDocx({ ...ours, blocks: [chart] })).blocks
    if (found?.type !== 'chart') throw new Error('no chart')
    const { bars, maximum, ...words } = found
    expect(words).toEqual({ type: 'chart', caption: chart.caption, alternative: chart.alternative })
    expect(bars.map(({ label, text, value }) => [label, text, Math.round((value / maximum) * 1000)])).toEqual(
      [
        ['Qualité', '5 sur 20', 250],
        ['Portée', '20 sur 20', 1000],
        ['Suites', '0 sur 20', 0],
      ],
    )
  })

  it('[WT3] a letterhead filled: head with the logo first, text, foot at the end, the proof left to the PDF', async () => {
    const word = await merged(await letterhead(), ours)
    const model = modelOf(word, ours)
    expect(model.blocks.slice(0, 3)).toEqual([
      {
        type: 'image',
        format: 'png',
        base64: Buffer.from(logo).toString('base64'),
        widthPt: 90,
        heightPt: 45,
        align: 'start',
        alternative: 'Blason de Plouézoc’h',
      },
      read('Commune de Plouézoc’h – Vie associative'),
      read('Association «\u00A0Les Amis\u00A0»'),
    ])
    expect(model.blocks.at(-1)).toEqual({
      type: 'paragraph',
      tone: 'note',
      align: 'center',
      runs: [{ text: 'Mairie, 1 place de l’Église – dossier 12' }],
    })
    const text = withoutSpaces(
      [
        'Commune de Plouézoc’h – Vie associative',
        readDocxText(word),
        'Mairie, 1 place de l’Église – dossier 12',
      ].join(''),
    )
    expect(withoutSpaces(plainText(model))).toBe(text)
  })

  it('[WT3] a document that cannot be read', () => {
    expect(engine.readModel(new Uint8Array(3), everyBlock)).toEqual({
      ok: false,
      refusal: { code: 'template.unreadable', details: {} },
    })
  })
})

describe('what other hands write in Word', () => {
  it('[WT3] bold, italic, alignment, lines, tabulations and hyphens that do not break', async () => {
    expect(
      await blocksOf(
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Un</w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:tab/><w:t>deux</w:t><w:br/><w:t>trois</w:t><w:noBreakHyphen/><w:t>quatre</w:t></w:r></w:p>',
      ),
    ).toEqual([
      {
        type: 'paragraph',
        tone: 'body',
        align: 'center',
        runs: [
          { text: 'Un', bold: true },
          { text: ' deux', italic: true },
        ],
      },
      { type: 'paragraph', tone: 'body', align: 'center', runs: [{ text: 'trois-quatre', italic: true }] },
    ])
  })

  it('[WT3] what was deleted is not read, what was added is', async () => {
    expect(
      await blocksOf(
        '<w:p><w:r><w:t>A</w:t></w:r><w:del w:id="1"><w:r><w:delText>B</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>C</w:t></w:r></w:ins></w:p>',
      ),
    ).toEqual([read('AC')])
  })

  it('[WT3] headings by outline level, pages broken, notes in small letters', async () => {
    expect(
      await blocksOf(
        [
          paragraph('Un', '<w:outlineLvl w:val="0"/>'),
          paragraph('Cinq', '<w:outlineLvl w:val="4"/>'),
          paragraph('Page', '<w:pageBreakBefore/>'),
          '<w:p><w:r><w:t>Avant</w:t><w:br w:type="page"/></w:r></w:p>',
          paragraph('Note', '<w:pStyle w:val="NoteActe"/>'),
        ].join(''),
      ),
    ).toEqual([
      { type: 'heading', level: 1, text: 'Un' },
      { type: 'heading', level: 3, text: 'Cinq' },
      { type: 'pageBreak' },
      read('Page'),
      read('Avant'),
      { type: 'pageBreak' },
      { type: 'paragraph', tone: 'note', runs: [{ text: 'Note' }] },
    ])
  })

  it('[WT3] lists that the model can number are lists; any other keeps its label in its words', async () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = [
      `<w:abstractNum w:abstractNumId="50">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>`,
      `<w:abstractNum w:abstractNumId="51">${level(0, 'upperRoman', 'Article %1')}</w:abstractNum>`,
      '<w:num w:numId="50"><w:abstractNumId w:val="50"/></w:num><w:num w:numId="51"><w:abstractNumId w:val="51"/></w:num>',
    ].join('')
    const blocks = await blocksOf(
      [
        numbered('un', 50),
        numbered('deux', 50),
        numbered('détail', 50, 1),
        numbered('trois', 50),
        numbered('Objet', 51),
        numbered('Durée', 51),
      ].join(''),
      numbering,
    )
    expect(
      blocks.map((block) => (block.type === 'list' ? block : plainText({ ...everyBlock, blocks: [block] }))),
    ).toEqual([
      { type: 'list', ordered: true, items: [[{ text: 'un' }], [{ text: 'deux' }]] },
      'a) détail',
      '3. trois',
      'Article I Objet',
      'Article II Durée',
    ])
  })

  it('[WT3] tables: merged cells unfolded, the bold first row as header, a frame or no line at all as plain text', async () => {
    const bold = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    expect(
      await blocksOf(
        [
          bordered(
            [
              `<w:tr>${cell(bold('Poste'))}${cell(bold('Montant'))}${cell(bold('Part'))}</w:tr>`,
              `<w:tr>${cell(paragraph('Salaires'), '<w:vMerge w:val="restart"/>')}${cell(paragraph('10', '<w:jc w:val="right"/>'))}${cell(paragraph('1'))}</w:tr>`,
              `<w:tr>${cell(paragraph(''), '<w:vMerge/>')}${cell(`${paragraph('20', '<w:jc w:val="right"/>')}${paragraph('HT')}`)}${cell(paragraph('2'))}</w:tr>`,
              `<w:tr>${cell(paragraph('Total'), '<w:gridSpan w:val="2"/>')}${cell(paragraph('3'))}</w:tr>`,
            ].join(''),
          ),
          `<w:tbl><w:tr>${cell(paragraph('Gauche'))}${cell(paragraph('Droite'))}</w:tr></w:tbl>`,
          bordered(`<w:tr>${cell(paragraph('Encadré'))}</w:tr>`),
        ].join(''),
      ),
    ).toEqual([
      {
        type: 'table',
        caption: '',
        columns: [
          { header: 'Poste', share: 1, align: 'start' },
          { header: 'Montant', share: 1, align: 'end' },
          { header: 'Part', share: 1, align: 'start' },
        ],
        rows: [
          { emphasis: 'none', cells: [[{ text: 'Salaires' }], [{ text: '10' }], [{ text: '1' }]] },
          { emphasis: 'none', cells: [[], [{ text: '20' }, { text: ' ' }, { text: 'HT' }], [{ text: '2' }]] },
          { emphasis: 'none', cells: [[{ text: 'Total' }], [], [{ text: '3' }]] },
        ],
      },
      read('Gauche'),
      { ...read('Droite'), align: 'end' },
      read('Encadré'),
    ])
  })

  it('[WT3] boxes of text are read once, before the paragraph that holds them', async () => {
    expect(await blocksOf(textBox('Dans la zone.'))).toEqual([read('Dans la zone.'), read('Après la zone.')])
  })

  it('[WT3] numbers of pages are left to the PDF, other fields keep their words', async () => {
    const field = (instruction: string, shown: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(
      await blocksOf(
        `<w:p><w:r><w:t xml:space="preserve">Le </w:t></w:r>${field('DATE', '3 mars')}<w:r><w:t xml:space="preserve"> – page </w:t></w:r>${field('PAGE', '1')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES', '4')}</w:p>`,
      ),
    ).toEqual([read('Le 3 mars')])
  })
})
