import { describe, expect, it } from 'vitest'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import type { TemplateCheck, TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import { alteredWord, textBox, withXml } from './fixtures/alteredWord.ts'
import { letterFields, letterhead, letterSentences } from './fixtures/letterhead.ts'

const engine = templateEngine()

function checked(word: Uint8Array): TemplateCheck {
  const result = engine.check(word, letterFields)
  if (!result.ok) throw new Error(result.refusal.code)
  const { problems, warnings, fields } = result.value
  return { problems: problems.map(plain), warnings: warnings.map(plain), fields }
}

/** The spaces that do not break, as others: what is told is compared, not how it is set. */
const plain = ({ sentence, place }: TemplateProblem): TemplateProblem => ({
  sentence: spaced(sentence),
  place: spaced(place),
})
const spaced = (text: string): string => text.replace(/[\u00A0\u202F]/gu, ' ')

const problemsOf = async (
  ...sentences: readonly (readonly string[])[]
): Promise<readonly TemplateProblem[]> => checked(await letterhead(sentences)).problems

describe('a letterhead brought by a secretary', () => {
  it('[WT1] is sound, though Word cut its tags and rounded its apostrophes; its fields are told', async () => {
    expect(checked(await letterhead())).toEqual({
      problems: [],
      warnings: [],
      fields: [
        'service',
        'demandeur.nom',
        'objet',
        'recours',
        'tribunal',
        'remarque',
        "l'identifiant",
        'pieces',
        'libelle',
        'echeance',
        '@corps',
        'numero',
      ],
    })
  })

  it('[WT1] an unknown field is told with the nearest one, and where it stands', async () => {
    expect(
      await problemsOf(['Bonjour,'], ['Par {acte', '.numero} du conseil'], ['À {demandeur.nomm}']),
    ).toEqual([
      {
        sentence: 'Le champ {acte.numero} est inconnu. Vouliez-vous {numero} ?',
        place: 'paragraphe 2 : « Par {acte.numero} du conseil »',
      },
      {
        sentence: 'Le champ {demandeur.nomm} est inconnu. Vouliez-vous {demandeur.nom} ?',
        place: 'paragraphe 3 : « À {demandeur.nomm} »',
      },
    ])
    expect(await problemsOf(['{Objet}'], ['{xyzzy}'], ['{}'])).toEqual([
      {
        sentence: 'Le champ {Objet} est inconnu. Vouliez-vous {objet} ?',
        place: 'paragraphe 1 : « {Objet} »',
      },
      { sentence: 'Le champ {xyzzy} est inconnu.', place: 'paragraphe 2 : « {xyzzy} »' },
      { sentence: 'Un champ n’a pas de nom.', place: 'paragraphe 3 : « {} »' },
    ])
  })

  it('[WT1] the place shows the words round the tag in a long paragraph', async () => {
    const [problem] = await problemsOf([
      `${'Attendu que le projet est utile, '.repeat(6)}par {xyzzy} ${'et cætera '.repeat(9)}`,
    ])
    expect(problem?.place).toMatch(/^paragraphe 1 : « … .*\{xyzzy\}.* … »$/u)
    expect(problem?.place.length).toBeLessThan(100)
  })

  it('[WT1] sections without their other limit, or crossed', async () => {
    expect(await problemsOf(['{#recours}Oui'], ['Non{/remarque}'])).toEqual([
      {
        sentence: 'La partie {/remarque} se ferme sans avoir été ouverte.',
        place: 'paragraphe 2 : « Non{/remarque} »',
      },
      {
        sentence: 'La partie {#recours} est ouverte et n’est jamais fermée.',
        place: 'paragraphe 1 : « {#recours}Oui »',
      },
    ])
    expect(await problemsOf(['{#recours}a{^remarque}b{/recours}c{/remarque}'])).toEqual([
      {
        sentence: 'La partie {/recours} se ferme alors que {^remarque} est encore ouverte.',
        place: 'paragraphe 1 : « {#recours}a{^remarque}b{/recours}c{/remarque} »',
      },
    ])
  })

  it('[WT1] a section that begins out of a table and ends in it', async () => {
    const word = withXml(
      await letterhead(),
      '<w:p><w:r><w:t>{#recours}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{/recours}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    )
    expect(checked(word).problems).toEqual([
      {
        sentence:
          'La partie {#recours} s’ouvre et se ferme à des endroits qui ne se répondent pas : les deux dans le même paragraphe, dans deux paragraphes qui se suivent ou dans le même tableau.',
        place: 'tableau 1, ligne 1 : « {/recours} »',
      },
    ])
  })

  it('[WT1] braces without their other one', async () => {
    expect(await problemsOf(['Le {demandeur.nom'], ['et demandeur.nom}'])).toEqual([
      {
        sentence: 'Une accolade « { » est ouverte sans être fermée dans ce paragraphe.',
        place: 'paragraphe 1 : « Le {demandeur.nom »',
      },
      {
        sentence: 'Une accolade « } » ferme un champ qui n’est pas ouvert dans ce paragraphe.',
        place: 'paragraphe 2 : « et demandeur.nom} »',
      },
    ])
  })

  it('[WT1] a field used as what it is not, or out of its list', async () => {
    const sentences = (await problemsOf(['{libelle}'], ['{pieces}'], ['{recours}'], ['{corps}'])).map(
      ({ sentence }) => sentence,
    )
    expect(sentences).toEqual([
      'Le champ {libelle} n’a de sens qu’à l’intérieur de la liste {#pieces} … {/pieces}.',
      '{pieces} est une liste : elle s’écrit {#pieces} … {/pieces}, avec entre les deux ce qui se répète.',
      '{recours} est une condition : elle s’écrit {#recours} … {/recours}, avec entre les deux ce qui s’imprime quand elle est vraie.',
      'Le champ {corps} s’écrit {@corps}, seul dans son paragraphe.',
    ])
  })

  it('[WT1] the body stands alone, once, in the document', async () => {
    const sentences = (await problemsOf(['Voici : {@corps}'], ['{@corps}'], ['{@autre}'], ['{@preuve}'])).map(
      ({ sentence }) => sentence,
    )
    expect(sentences).toEqual([
      '{@corps} doit être seul dans son paragraphe : d’autres mots l’entourent.',
      '{@autre} est inconnu : seuls {@corps} et {@preuve} s’écrivent ainsi.',
      '{@corps} ne se place qu’une fois.',
    ])
  })

  it('[WT1] says when it is in a head, a foot, a row or a box of text', async () => {
    const word = await letterhead([])
    const wrong = (path: string, from: string) =>
      checked(alteredWord(word, path, (xml) => xml.replace(from, '{inconnu.total}'))).problems.map(
        ({ place }) => place,
      )
    expect(wrong('word/header1.xml', '{service}')).toEqual([
      'en-tête : « Commune de Plouézoc’h – {inconnu.total} »',
    ])
    expect(wrong('word/footer1.xml', '{numero}')).toEqual([
      'pied de page : « … 1 place de l’Église – dossier {inconnu.total} – page »',
    ])
    expect(wrong('word/document.xml', '{libelle}')).toEqual([
      'tableau 1, ligne 2 : « {#pieces}{inconnu.total} »',
    ])
    expect(checked(withXml(word, textBox('{inconnu.total}'))).problems.map(({ place }) => place)).toEqual([
      'zone de texte : « {inconnu.total} »',
    ])
  })

  it('[WT1] what the PDF will not show is told before', async () => {
    const word = await letterhead()
    const warned = (xml: string): readonly string[] =>
      checked(withXml(word, xml)).warnings.map(({ sentence }) => sentence.split(' :')[0] ?? '')
    const graphic = (uri: string): string =>
      `<w:p><w:r><w:drawing><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}"/></a:graphic></w:drawing></w:r></w:p>`
    expect(warned(textBox('Bonjour'))).toEqual(['Une zone de texte'])
    expect(warned(graphic('diagram'))).toEqual(['Un graphique SmartArt'])
    expect(warned(graphic('chart'))).toEqual(['Un graphique'])
    expect(warned('<w:p><w:r><w:object/></w:r></w:p>')).toEqual([
      'Un objet incorporé (feuille de calcul, document)',
    ])
    expect(warned('<w:p><w:ins w:id="1"><w:r><w:t>Ajout</w:t></w:r></w:ins></w:p>')).toEqual([
      'Des modifications suivies',
    ])
  })

  it('[WT1] a file without any field is only told', async () => {
    const word = alteredWord(await letterhead([]), 'word/document.xml', (xml) =>
      xml.replace(/\{[^{}]*\}/gu, ''),
    )
    const plain = ['word/header1.xml', 'word/footer1.xml'].reduce(
      (file, path) => alteredWord(file, path, (xml) => xml.replace(/\{[^{}]*\}/gu, '')),
      word,
    )
    expect(checked(plain)).toEqual({
      problems: [],
      warnings: [
        {
          sentence: 'Ce fichier ne contient aucun champ : le document sera toujours le même.',
          place: 'document',
        },
      ],
      fields: [],
    })
  })

  it('[WT1] a file with macros is refused, a template of Word is not', async () => {
    const typed = async (type: string): Promise<readonly TemplateProblem[]> =>
      checked(
        alteredWord(await letterhead(letterSentences), '[Content_Types].xml', (xml) =>
          xml.replace(
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
            type,
          ),
        ),
      ).problems
    expect(await typed('application/vnd.ms-word.document.macroEnabled.main+xml')).toEqual([
      {
        sentence: 'Ce fichier contient des macros : enregistrez-le au format .docx, qui n’en a pas.',
        place: 'fichier',
      },
    ])
    expect(
      await typed('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'),
    ).toEqual([])
  })
})
