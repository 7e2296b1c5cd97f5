import type { Block, LetterKind } from '../../model.ts'
import type { TemplateDocument } from '../../templates/templateDocument.ts'
import { announcing, notesOf, quiet, strongText, text, when } from './letterParts.ts'

/**
 * [LE4] What every letter has around its body: who writes, to whom, where and when, its object and references, who signs
 * with first name, name and capacity (CRPA L212-1), who follows the file (L111-2), how to contest, what is joined.
 */
export function letterTemplate(own: {
  readonly document: LetterKind
  readonly id: string
  readonly title: string
  readonly object: string
  readonly body: readonly Block[]
  /** The list of paragraphs on appeals: what is contested. */
  readonly appeals: 'recours' | 'recours_liste' | 'recours_silence'
  /** The body says already how to reach the service. */
  readonly saysContact?: true
}): TemplateDocument {
  return {
    document: own.document,
    id: own.id,
    title: own.title,
    blocks: [
      { type: 'paragraph', tone: 'body', runs: [strongText('{emetteur.nom}')] },
      quiet('{emetteur.adresse_ligne}'),
      ...when('emetteur.contact', quiet('{emetteur.contact}')),
      {
        type: 'address',
        lines: [
          [{ text: '{demandeur.nom}' }],
          [
            {
              text: '{#demandeur.correspondant}{demandeur.correspondant}{#demandeur.qualite}, {demandeur.qualite}{/}{/}',
            },
          ],
          [{ text: '{demandeur.adresse}' }],
        ],
      },
      {
        ...text('{emetteur.ville}, le {lettre.date}'),
        align: 'end',
      },
      {
        type: 'keyValues',
        entries: [
          { key: 'Objet', value: [strongText(own.object)] },
          { key: 'Projet', value: [{ text: '{projet.intitule}' }] },
          {
            key: 'Références',
            value: [{ text: 'dossier {lettre.reference}, appel « {appel.nom} »' }],
          },
        ],
      },
      text('{demandeur.politesse},'),
      ...own.body.slice(0, -1),
      // The last words stay with the signature: it never stands alone on a page.
      ...own.body.slice(-1).map(keptWithNext),
      announcing(
        'Je vous prie d’agréer, {demandeur.politesse}, l’expression de ma considération distinguée.',
      ),
      {
        type: 'signatures',
        places: [{ capacity: '{signataire.qualite}', name: '{signataire.nom}', mention: 'Signature' }],
      },
      quiet(
        strongText('Affaire suivie par : '),
        `{agent.nom}, {agent.qualite}, {agent.adresse}${own.saysContact === true ? '' : '{#agent.contact} · {agent.contact}{/}'}`,
      ),
      ...(own.appeals === 'recours_silence'
        ? when('silence_vaut_rejet', ...appeals(own.appeals))
        : appeals(own.appeals)),
      ...when('annexes_ligne', quiet(strongText('Pièces jointes : '), '{annexes_ligne}')),
    ],
  }
}

const appeals = (list: string): readonly Block[] => [
  { ...quiet(strongText('Voies et délais de recours')), keepWithNext: true },
  ...notesOf(list, 'texte'),
]

const keptWithNext = (block: Block): Block =>
  block.type === 'paragraph' ? { ...block, keepWithNext: true } : block
