import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { boxes, bulletedList, column, heading, numberedList, paragraph, row } from '../blocks.ts'
import { instancePhrase } from '../instancePhrase.ts'
import { integerInWords } from '../inWords.ts'
import type { Block, DocumentModel, ParagraphBlock } from '../model.ts'
import { counted, frenchDate, frenchDateWithWeekday, frenchHour, ofName, typographic } from '../typography.ts'
import {
  type PaperHead,
  type PaperMaking,
  paperModel,
  paperPlace,
  paperTitle,
  workingNote,
} from './paperHead.ts'

export interface ConvocationFacts {
  readonly head: PaperHead
  /** Who convenes. */
  readonly author: string
  /** First name and name of who convenes; empty when not known. */
  readonly signatory: string
  /** ISO date of sending; null when the convocation has not left. */
  readonly sentOn: string | null
  /** Clear days that the text asks for; null when none does. */
  readonly requiredDays: number | null
  /** A second convocation after a session without quorum; its date when it is known. */
  readonly second: { readonly firstDate: string | null } | null
  readonly agenda: readonly {
    readonly title: string
    /** Somebody from outside is awaited. */
    readonly slot: { readonly at: string; readonly guest: string } | null
  }[]
  /** What is sent with it. */
  readonly documents: readonly string[]
  readonly proxiesPerHolder: number
}

/**
 * [PA2] The letter that convenes a session: when, where, agenda, documents, and a proxy to cut out. Refusal:
 * `document.missing-items` without date, hour, place, author or agenda.
 */
export function convocation(facts: ConvocationFacts, making: PaperMaking): Result<DocumentModel> {
  const { head } = facts
  const missing = [
    ...(head.date === '' ? ['la date de la séance'] : []),
    ...(head.startsAt === null ? ['l’heure de la séance'] : []),
    ...(head.place.trim() === '' ? ['le lieu de la séance'] : []),
    ...(facts.author.trim() === '' ? ['l’auteur de la convocation'] : []),
    ...(facts.agenda.length === 0 ? ['l’ordre du jour'] : []),
  ]
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  return ok(
    paperModel(head, making, {
      kind: 'convocation',
      name: 'Convocation',
      template: 'convocation-2',
      orientation: 'portrait',
      blocks: [
        paperTitle(head, 'Convocation'),
        ...workingNote(head, making),
        paperPlace(head),
        ...invitation(facts),
        heading(2, 'Ordre du jour'),
        numberedList(facts.agenda.map(agendaLine)),
        heading(2, 'Avant la séance'),
        bulletedList([
          ...(facts.documents.length === 0 ? [] : [`Documents joints : ${facts.documents.join(' ; ')}.`]),
          'Si vous avez un intérêt à l’une des candidatures, signalez-le sans attendre : vous ne prendrez part ni à son examen, ni à sa notation, ni au vote.',
          `Si vous ne pouvez pas venir, vous pouvez donner pouvoir par écrit à un autre membre ayant voix délibérative, à l’aide du formulaire ci-dessous. Un membre ne porte pas plus ${ofName(integerInWords(facts.proxiesPerHolder))} ${facts.proxiesPerHolder > 1 ? 'pouvoirs' : 'pouvoir'}.`,
        ]),
        {
          type: 'signatures',
          places: [
            {
              capacity: typographic(capitalised(facts.author)),
              name: typographic(facts.signatory),
              mention:
                facts.sentOn === null ? 'Date et signature' : typographic(`Le ${frenchDate(facts.sentOn)}`),
            },
          ],
        },
        ...proxyForm(facts),
      ],
    }),
  )
}

function invitation({ head, second, requiredDays }: ConvocationFacts): readonly Block[] {
  const { subject } = instancePhrase(head.instance.name)
  const hour = head.startsAt === null ? '' : ` à ${frenchHour(head.startsAt)}`
  const of = /^le /u.test(subject) ? `du ${subject.slice(3)}` : `de ${subject}`
  const notice =
    requiredDays === null
      ? ''
      : ` Cette convocation est adressée au moins ${counted(requiredDays, 'jour franc', 'jours francs')} avant la séance.`
  const again =
    second === null
      ? []
      : [
          paragraph(
            `${second.firstDate === null ? 'Une première séance est restée' : `La séance du ${frenchDate(second.firstDate)} est restée`} sans quorum. L’ordre du jour est le même ; aucun quorum ne sera exigé.`,
          ),
        ]
  return [
    paragraph('Madame, Monsieur,'),
    paragraph(
      `Vous êtes convié(e) à la séance ${of} qui se tiendra le ${frenchDateWithWeekday(head.date)}${hour}.${notice}`,
    ),
    ...again,
  ]
}

const agendaLine = ({ title, slot }: ConvocationFacts['agenda'][number]): string =>
  slot === null
    ? title
    : `${title} (${frenchHour(slot.at)}${slot.guest.trim() === '' ? '' : `, en présence de ${slot.guest}`})`

/** To cut out and bring back: who, to whom, date, signature. */
function proxyForm({ head }: ConvocationFacts): readonly Block[] {
  const withNext = (block: ParagraphBlock): ParagraphBlock => ({ ...block, keepWithNext: true })
  return [
    heading(2, 'Pouvoir'),
    withNext(
      paragraph(
        `Le mandant donne pouvoir au mandataire pour le représenter et voter en son nom à la séance du ${frenchDateWithWeekday(head.date)}.`,
      ),
    ),
    boxes(
      '',
      [
        column('Mandant (nom et qualité)', 4),
        column('Mandataire (nom et qualité)', 4),
        column('Fait le', 2),
        column('Signature', 3.4),
      ],
      [row(['', '', '', ''])],
      44,
    ),
  ]
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
