import { addCents, type Cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Travel } from '../../session/session.ts'
import { column, note, paragraph, row, strong, table } from '../blocks.ts'
import { amountInWords } from '../inWords.ts'
import type { DocumentModel, ParagraphBlock } from '../model.ts'
import { frenchAmount, frenchInteger, typographic } from '../typography.ts'
import {
  type PaperHead,
  type PaperMaking,
  paperModel,
  paperPlace,
  paperTitle,
  workingNote,
} from './paperHead.ts'
import { travelWords } from './travelWords.ts'

export interface ExpensesFacts {
  readonly head: PaperHead
  /** Null when no scale is known at the date of the session. */
  readonly scale: { readonly source: string; readonly upToKilometres: number } | null
  readonly lines: readonly {
    readonly name: string
    readonly capacity: string
    readonly travel: Travel
    readonly ratePerKilometreThousandths: number | null
    readonly amountCents: Cents
  }[]
  readonly chair: string
}

/**
 * [PA5] The table of travel expenses, by the scale of the date of the session. Refusal: `document.missing-items` without
 * journeys or without a scale.
 */
export function expenses(facts: ExpensesFacts, making: PaperMaking): Result<DocumentModel> {
  const { head, scale, lines } = facts
  if (scale === null || lines.length === 0) {
    const items = [
      ...(lines.length === 0 ? ['les déplacements des membres présents'] : []),
      ...(scale === null ? ['un barème kilométrique en vigueur à la date de la séance'] : []),
    ]
    return refuse('document.missing-items', { items })
  }
  const total = addCents(...lines.map(({ amountCents }) => amountCents))
  return ok(
    paperModel(head, making, {
      kind: 'expenses',
      name: 'État de frais',
      template: 'frais-1',
      orientation: 'portrait',
      blocks: [
        paperTitle(head, 'État de frais de déplacement'),
        ...workingNote(head, making),
        paperPlace(head),
        table(
          'Indemnités kilométriques',
          [
            { ...column('Nom', 4), namesRow: true },
            column('Qualité', 4),
            column('Transport', 3),
            column('Km aller et retour', 1.8, 'end'),
            column('CV fiscaux', 1.6, 'end'),
            column('Taux au km', 1.8, 'end'),
            column('Indemnité', 2.6, 'end'),
          ],
          [
            ...lines.map(({ name, capacity, travel, ratePerKilometreThousandths, amountCents }) =>
              row([
                name,
                capacity,
                travelWords[travel.mode],
                travel.mode === 'own-vehicle' ? String(travel.kilometres) : '–',
                travel.mode === 'own-vehicle' && travel.fiscalHorsepower !== null
                  ? String(travel.fiscalHorsepower)
                  : '–',
                ratePerKilometreThousandths === null ? '–' : ratePerKilometre(ratePerKilometreThousandths),
                frenchAmount(amountCents),
              ]),
            ),
            row(['Total', '', '', '', '', '', frenchAmount(total)], 'total'),
          ],
        ),
        withNext(
          paragraph(
            strong(`Arrêté le présent état à la somme de ${amountInWords(total)} (${frenchAmount(total)}).`),
          ),
        ),
        withNext(
          note(
            `Barème : ${scale.source}, jusqu’à ${frenchInteger(scale.upToKilometres)} km par an. Barème à vérifier par l’ordonnateur. Les passagers d’un covoiturage et les transports en commun ne donnent pas lieu à indemnité kilométrique.`,
          ),
        ),
        {
          type: 'signatures',
          places: [
            {
              capacity: 'Présidence de séance',
              name: typographic(facts.chair),
              mention: 'Date et signature',
            },
            { capacity: 'Ordonnateur', name: '', mention: 'Vérifié, date et signature' },
          ],
        },
      ],
    }),
  )
}

/** « 0,32 € », « 0,325 € ». */
function ratePerKilometre(thousandths: number): string {
  const decimals = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0$/u, '')
  return `${Math.floor(thousandths / 1000)},${decimals} €`
}

/** A page of signatures alone could be put under any other text. */
const withNext = (block: ParagraphBlock): ParagraphBlock => ({ ...block, keepWithNext: true })
