import type { SessionFacts } from '../../session/sessionFacts.ts'
import { column, keyValues, paragraph, row, table } from '../blocks.ts'
import type { DisclosureMask } from '../documentBoard.ts'
import type { Making } from '../draft.ts'
import type { DocumentModel } from '../model.ts'
import { sessionModel, sessionTitle } from '../sessionHead.ts'
import { counted, frenchDate, frenchHour } from '../typography.ts'

/**
 * [DX6] The list of what the communicable reading masks, for who answers for it: what, where, why, and whether a human
 * lifted the mask. It holds what is masked: it is itself not communicable, and says so.
 */
export function disclosureLog(
  facts: SessionFacts,
  masks: readonly DisclosureMask[],
  shown: readonly string[],
  { digest, madeAt }: Making,
): DocumentModel {
  const lifted = new Set(shown)
  const hidden = masks.filter(({ id }) => !lifted.has(id)).length
  return {
    ...sessionModel(facts, digest, {
      kind: 'disclosure-log',
      name: 'Liste des occultations',
      template: 'occultations',
      orientation: 'landscape',
      blocks: [
        sessionTitle(facts, 'Liste des occultations'),
        keyValues([
          ['Procès-verbal', facts.number],
          ['Établie', `le ${frenchDate(madeAt.slice(0, 10))} à ${frenchHour(madeAt.slice(11))}`],
          ['Occultées', counted(hidden, 'mention', 'mentions')],
          ['Maintenues après relecture', counted(masks.length - hidden, 'mention', 'mentions')],
        ]),
        paragraph(
          'Document interne : il contient ce que l’exemplaire communicable occulte et ne se communique pas. L’outil propose, une personne relit et confirme : une appréciation tournée autrement peut lui échapper.',
        ),
        ...(masks.length === 0
          ? [paragraph('Aucune mention n’a été reconnue comme relevant de l’article L311-6.')]
          : [maskTable(masks, lifted)]),
        {
          type: 'signatures',
          places: [{ capacity: 'Relu et confirmé par', name: '', mention: 'Nom, date et signature' }],
        },
      ],
    }),
    frozenAt: madeAt,
    template: 'occultations-1',
  }
}

const maskTable = (masks: readonly DisclosureMask[], lifted: ReadonlySet<string>) =>
  table(
    'Mentions reconnues',
    [
      column('N°', 0.7, 'end'),
      { ...column('Endroit', 2.6), namesRow: true },
      column('Nature', 2),
      column('Mention', 5),
      column('Raison', 3),
      column('Suite', 1.6),
    ],
    masks.map(({ id, place, kind, text, reason }, index) =>
      row([
        String(index + 1),
        place,
        kindWords[kind],
        text,
        reason,
        lifted.has(id) ? 'Maintenue' : 'Occultée',
      ]),
    ),
  )

const kindWords: Readonly<Record<DisclosureMask['kind'], string>> = {
  'natural-person': 'Personne physique',
  appreciation: 'Appréciation',
  'e-mail': 'Courriel',
  phone: 'Téléphone',
  bank: 'Banque',
  address: 'Adresse',
}
