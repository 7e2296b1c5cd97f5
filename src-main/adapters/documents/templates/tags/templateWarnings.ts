import type { TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import { typographic } from '#shared/domain/documents/typography.ts'
import { relationshipsOf, type WordPackage } from '../xml/wordPackage.ts'
import { contains, type XmlElement } from '../xml/xmlTree.ts'
import type { PartRole, TextPart } from './templatePlaces.ts'

/** What the PDF of this template will not show as Word does: told before, not discovered after. */
export function templateWarnings(
  word: WordPackage,
  parts: readonly TextPart[],
  tagCount: number,
): readonly TemplateProblem[] {
  const warnings = parts.flatMap(({ root, role, path }) => [
    ...told
      .filter(({ test }) => contains(root, test))
      .map(({ sentence }) => ({ sentence, place: places[role] })),
    ...pictureWarnings(word, path).map((sentence) => ({ sentence, place: places[role] })),
  ])
  if (tagCount === 0)
    warnings.push({
      sentence: 'Ce fichier ne contient aucun champ : le document sera toujours le même.',
      place: places.body,
    })
  const seen = new Set<string>()
  return warnings
    .filter(({ sentence, place }) => {
      const key = `${place} ${sentence}`
      return seen.has(key) ? false : seen.add(key)
    })
    .map(({ sentence, place }) => ({ sentence: typographic(sentence), place }))
}

const places: Readonly<Record<PartRole, string>> = {
  body: 'document',
  header: 'en-tête',
  footer: 'pied de page',
  footnote: 'note de bas de page',
}

const named =
  (...names: readonly string[]) =>
  ({ name }: XmlElement): boolean =>
    names.includes(name)

const graphic =
  (word: string) =>
  ({ name, attributes }: XmlElement): boolean =>
    name === 'a:graphicData' && (attributes.uri ?? '').includes(word)

const told: readonly { readonly test: (element: XmlElement) => boolean; readonly sentence: string }[] = [
  {
    test: named('w:txbxContent'),
    sentence:
      'Une zone de texte : ses mots seront dans le PDF, mais à la suite du texte, sans sa place ni son cadre.',
  },
  {
    test: graphic('/diagram'),
    sentence: 'Un graphique SmartArt : il reste dans le fichier Word, il ne sera pas dans le PDF.',
  },
  {
    test: graphic('/chart'),
    sentence: 'Un graphique : il reste dans le fichier Word, il ne sera pas dans le PDF.',
  },
  {
    test: named('w:object', 'o:OLEObject'),
    sentence: 'Un objet incorporé (feuille de calcul, document) : il ne sera pas dans le PDF.',
  },
  {
    test: named('w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'),
    sentence:
      'Des modifications suivies : acceptez-les ou refusez-les dans Word ; jusque-là, les ajouts sont imprimés et les suppressions ne le sont pas.',
  },
  { test: named('m:oMath'), sentence: 'Une équation : seuls ses caractères seront dans le PDF.' },
  {
    test: ({ name, attributes }) => name === 'w:cols' && Number(attributes['w:num'] ?? 1) > 1,
    sentence: 'Des colonnes : dans le PDF, leur texte sera sur toute la largeur de la page.',
  },
  {
    test: named('wps:style', 'v:line', 'v:rect'),
    sentence: 'Une forme dessinée : son trait et sa couleur ne seront pas dans le PDF.',
  },
]

function pictureWarnings(word: WordPackage, path: string): readonly string[] {
  const pictures = relationshipsOf(word, path).filter(({ type }) => type.endsWith('/image'))
  return pictures.flatMap(({ target, isExternal }) => {
    if (isExternal)
      return [
        'Une image liée à un fichier extérieur : elle ne sera pas dans le PDF. Insérez-la dans le document.',
      ]
    return /\.(?:png|jpe?g)$/iu.test(target)
      ? []
      : [
          'Une image qui n’est ni PNG ni JPEG : elle reste dans le fichier Word, elle ne sera pas dans le PDF.',
        ]
  })
}
