import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedParagraphs } from '#shared/domain/documents/blocks.ts'
import { markupBlocks } from '#shared/domain/documents/markup/markupBlocks.ts'
import { markupPlainText } from '#shared/domain/documents/markup/markupPlainText.ts'
import { parseMarkup } from '#shared/domain/documents/markup/parseMarkup.ts'
import { escapeMarkup, renderMarkup } from '#shared/domain/documents/markup/renderMarkup.ts'
import type { Inline, RichList, RichText } from '#shared/domain/documents/markup/richText.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { factsDigest, meetingFacts } from './fixtures/sessionFacts.ts'

const plain = (text: string): Inline => ({ type: 'text', text, bold: false, italic: false })
const bold = (text: string): Inline => ({ type: 'text', text, bold: true, italic: false })
const italic = (text: string): Inline => ({ type: 'text', text, bold: false, italic: true })
const dossier = (number: number): Inline => ({ type: 'dossier', number, bold: false, italic: false })

const list = (ordered: boolean, ...items: readonly (string | readonly [string, RichList])[]): RichList => ({
  type: 'list',
  ordered,
  items: items.map((item) =>
    typeof item === 'string'
      ? { content: [plain(item)], lists: [] }
      : { content: [plain(item[0])], lists: [item[1]] },
  ),
})

/** Signs that mean something, near letters, spaces and whatever else. */
const near = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('*', '**', '***', '- ', '1. ', '2. ', '### ', '#### ', '[[', ']]'),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom('\\', '\n', '\n  ', ' ', '.', '#', '-', '[[12]]', '\t', '\r\n'),
      },
      { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'é', '5', '12', '%', '«', '’', '😀') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('reading', () => {
  it('[MK1] headings, paragraphs, bold, italic, references', () => {
    expect(
      parseMarkup(
        '### Échanges\n#### Calendrier\nLe **délai** est *court*, ***trop court*** ; voir le [[12]].',
      ),
    ).toEqual([
      { type: 'heading', level: 1, content: [plain('Échanges')] },
      { type: 'heading', level: 2, content: [plain('Calendrier')] },
      {
        type: 'paragraph',
        content: [
          plain('Le '),
          bold('délai'),
          plain(' est '),
          italic('court'),
          plain(', '),
          { type: 'text', text: 'trop court', bold: true, italic: true },
          plain(' ; voir le '),
          dossier(12),
          plain('.'),
        ],
      },
    ])
  })

  it('[MK1] emphasis may overlap, in the middle of a word too', () => {
    expect(parseMarkup('*a **b* c**, in*dé*cis')).toEqual([
      {
        type: 'paragraph',
        content: [
          italic('a '),
          { type: 'text', text: 'b', bold: true, italic: true },
          bold(' c'),
          plain(', in'),
          italic('dé'),
          plain('cis'),
        ],
      },
    ])
  })

  it('[MK1] lists, and one list within a list', () => {
    expect(
      parseMarkup('- un\n- deux\n  1. deux un\n  2. deux deux\n      3. deux trois\n- trois\n\n1. a\n2. b'),
    ).toEqual([
      list(false, 'un', ['deux', list(true, 'deux un', 'deux deux', 'deux trois')], 'trois'),
      list(true, 'a', 'b'),
    ])
  })

  it.each([
    '5 * 3 * 2',
    '* une puce de traitement de texte',
    'un * seul',
    '-5 % de la dépense',
    '–',
    '-',
    '3. Le maire répond.',
    '2026. Une année de plus.',
    '1.',
    '12.5',
    '#12 du lot',
    '###',
    '## Deux',
    '##### Cinq',
    '[Berric] et [12]',
    'C:\\dossiers\\12',
    '< b > & </b>',
  ])('[MK2] what is no mark is text: %s', (text) => {
    expect(parseMarkup(text)).toEqual([{ type: 'paragraph', content: [plain(text)] }])
    expect(renderMarkup(parseMarkup(text))).toBe(text)
  })

  it.each(['**', 'un * seul, et **un autre', '[[Berric]], [[0]], [[1234567]]', '****quatre****'])(
    '[MK2] what answers nothing is text too, and is written with a backslash: %s',
    (text) => {
      const read = [{ type: 'paragraph', content: [plain(text)] }]
      expect(parseMarkup(text)).toEqual(read)
      expect(parseMarkup(renderMarkup(parseMarkup(text)))).toEqual(read)
    },
  )

  it('[MK2] a backslash makes a mark plain', () => {
    expect(parseMarkup('\\- 5 %\n1\\. Le maire\n\\### dièses\n\\*non\\* \\[[12]] \\\\*')).toEqual(
      ['- 5 %', '1. Le maire', '### dièses', '*non* [[12]] \\*'].map((text) => ({
        type: 'paragraph',
        content: [plain(text)],
      })),
    )
  })

  it('[MK3] a number that does not follow is a text, never another number', () => {
    expect(parseMarkup('1. a\n3. c\n2. b')).toEqual([
      list(true, 'a'),
      { type: 'paragraph', content: [plain('3. c')] },
      { type: 'paragraph', content: [plain('2. b')] },
    ])
  })

  it('[MK2] throws on no text whatever, and loses no letter', () => {
    // The signs that marks are made of, and the spaces around them, are all that may go.
    const letters = (text: string): string => text.replace(/[\s*#\-.\\[\]\d]/gu, '')
    fc.assert(
      fc.property(near, (text) => {
        const read = markupPlainText(text).replaceAll(/dossier n° \d+/gu, '')
        expect(letters(read)).toBe(letters(text))
      }),
      { numRuns: 10_000 },
    )
  })

  it('[MK2] takes no time on a line of stars', () => {
    const stars = '*a **b ***c '.repeat(8_000)
    expect(markupPlainText(stars)).toContain('c')
  })
})

describe('writing', () => {
  it('[MK4] what was read is written the same, and read the same again', () => {
    fc.assert(
      fc.property(near, (text) => {
        const rich = parseMarkup(text)
        const written = renderMarkup(rich)
        expect(parseMarkup(written)).toEqual(rich)
      }),
      { numRuns: 10_000 },
    )
  })

  it('[MK4] keeps every letter and its emphasis of what an editor holds', () => {
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      fc.record({
        type: fc.constant('text' as const),
        text: near.map((text) => text.replace(/\s+/gu, ' ')),
        bold: fc.boolean(),
        italic: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('dossier' as const),
        number: fc.integer({ min: 1, max: 999_999 }),
        bold: fc.boolean(),
        italic: fc.boolean(),
      }),
    )
    const signs = (inlines: readonly Inline[]): readonly string[] =>
      inlines.flatMap((one) =>
        [...(one.type === 'text' ? one.text : `[[${one.number}]]`)]
          .filter((sign) => sign.trim() !== '')
          .map((sign) => `${sign}${one.bold ? ' bold' : ''}${one.italic ? ' italic' : ''}`),
      )
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 6 }), (content) => {
        const rich: RichText = [{ type: 'paragraph', content }]
        const read = parseMarkup(renderMarkup(rich))
        expect(
          read.flatMap((block) => (block.type === 'paragraph' ? signs(block.content) : [block.type])),
        ).toEqual(signs(content))
      }),
      { numRuns: 10_000 },
    )
  })

  it('[MK4] leaves nothing empty behind', () => {
    const empty = { content: [], lists: [] }
    expect(
      renderMarkup([
        { type: 'paragraph', content: [plain('  ')] },
        { type: 'heading', level: 1, content: [] },
        { type: 'list', ordered: true, items: [empty, { content: [], lists: [list(false, 'b')] }] },
        { type: 'paragraph', content: [bold(' mot ')] },
      ]),
    ).toBe('- b\n**mot**')
  })

  it('[MK4] a text that looks like a mark comes out as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab *[]12\\-#.') }), (text) => {
        expect(markupPlainText(`mot ${escapeMarkup(`${text}.`)}`).replace(/\s+/gu, '')).toBe(
          `mot${text}.`.replace(/\s+/gu, ''),
        )
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('printing', () => {
  const names = new Map([[12, 'Mairie de Melrand']])

  it('[MK5] a text without any mark gives the paragraphs of before', () => {
    const unmarked = fc.string({ unit: fc.constantFrom(...'abcÉœ 0123456789,;:!?%€«»’\'"()–&/\n\r\t.') })
    fc.assert(
      fc.property(
        unmarked.filter((text) => !/^\s*\d{1,3}\.\s/mu.test(text)),
        (text) => {
          expect(markupBlocks(text, names)).toEqual(typedParagraphs(text))
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('[MK5] headings under the point, lists, references named', () => {
    expect(
      markupBlocks(
        "### Échanges\n#### Suite\n- *un* :\n  1. deux\n[[12]] et [[99]], selon l'**avis**",
        names,
      ),
    ).toEqual([
      { type: 'heading', level: 3, text: 'Échanges' },
      { type: 'paragraph', tone: 'body', runs: [{ text: 'Suite', bold: true }], keepWithNext: true },
      {
        type: 'list',
        ordered: false,
        items: [[{ text: 'un', italic: true }, { text: '\u00A0:' }]],
        nested: [{ under: 0, ordered: true, items: [[{ text: 'deux' }]] }],
      },
      {
        type: 'paragraph',
        tone: 'body',
        runs: [
          { text: 'Dossier n°\u00A012 (Mairie de Melrand)' },
          { text: ' et ' },
          { text: '[[99]]' },
          { text: ', selon l’' },
          { text: 'avis', bold: true },
        ],
      },
    ])
    expect(markupBlocks('### Échanges\n#### Suite\nComme le [[12]].', names, 1)).toEqual([
      { type: 'heading', level: 2, text: 'Échanges' },
      { type: 'heading', level: 3, text: 'Suite' },
      {
        type: 'paragraph',
        tone: 'body',
        runs: [{ text: 'Comme le ' }, { text: 'dossier n°\u00A012 (Mairie de Melrand)' }, { text: '.' }],
      },
    ])
  })

  it('[MK6] facts frozen before there was markup are printed as they were typed', () => {
    const said = '- 5 % de moins\n1. *Le* maire\n### Fin [[4]]'
    const facts = (markup?: 1): SessionFacts => ({
      ...meetingFacts,
      discussion: said,
      ...(markup === undefined ? {} : { markup }),
    })
    const linesOf = (of: SessionFacts): readonly string[] => {
      const made = minutes(of, factsDigest)
      if (!made.ok) throw new Error(made.refusal.code)
      const lines = plainText(made.value).split('\n')
      const from = lines.indexOf('Teneur des discussions générales')
      return lines.slice(from + 1, from + 4)
    }
    expect(linesOf(facts())).toEqual(['- 5\u00A0% de moins', '1. *Le* maire', '### Fin [[4]]'])
    const named = meetingFacts.ranking.find(({ number }) => number === 4)?.applicant
    expect(linesOf(facts(1))).toEqual(['5\u00A0% de moins', 'Le maire', `Fin dossier n°\u00A04 (${named})`])
  })

  it('[MK6] « Observations » stays before the first paragraph or list; a heading needs none', () => {
    const [first, ...items] = meetingFacts.items
    if (first === undefined) throw new Error('no point')
    const blocksFor = (debate: string) => {
      const made = minutes(
        { ...meetingFacts, markup: 1, items: [{ ...first, debate }, ...items] },
        factsDigest,
      )
      if (!made.ok) throw new Error(made.refusal.code)
      const place = made.value.blocks.findIndex(
        (block) => block.type === 'paragraph' && block.runs[0]?.text.startsWith('Observations') === true,
      )
      return place < 0 ? [] : made.value.blocks.slice(place, place + 2)
    }
    expect(blocksFor('**Oui**.\n- non')).toEqual([
      {
        type: 'paragraph',
        tone: 'body',
        runs: [{ text: 'Observations\u00A0: ', bold: true }, { text: 'Oui', bold: true }, { text: '.' }],
      },
      { type: 'list', ordered: false, items: [[{ text: 'non' }]] },
    ])
    expect(blocksFor('### Échanges\nOui.').filter((block) => block.type === 'heading')).toEqual([])
    expect(blocksFor('- non')).toEqual([
      {
        type: 'paragraph',
        tone: 'body',
        runs: [{ text: 'Observations\u00A0:', bold: true }],
        keepWithNext: true,
      },
      { type: 'list', ordered: false, items: [[{ text: 'non' }]] },
    ])
  })
})
