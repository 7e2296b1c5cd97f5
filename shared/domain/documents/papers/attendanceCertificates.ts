import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { IntervalFacts } from '../../session/sessionFacts.ts'
import { keyValues, paragraph } from '../blocks.ts'
import { instancePhrase } from '../instancePhrase.ts'
import type { Block, DocumentModel } from '../model.ts'
import {
  counted,
  frenchDate,
  frenchDateWithWeekday,
  frenchHour,
  frenchList,
  ofName,
  typographic,
} from '../typography.ts'
import { type PaperHead, type PaperMaking, paperModel, workingNote } from './paperHead.ts'

export interface AttendanceCertificatesFacts {
  readonly head: PaperHead
  readonly chair: { readonly name: string; readonly capacity: string }
  readonly secretary: { readonly name: string; readonly capacity: string }
  readonly members: readonly {
    readonly name: string
    readonly capacity: string
    readonly presides: boolean
    /** When the member sat; `to` null: still there. */
    readonly present: readonly IntervalFacts[]
    /** Null while the member still sits. */
    readonly minutes: number | null
    readonly halfDays: number | null
  }[]
}

/**
 * [PA6] A certificate for each member who sat, one a page, signed by who presides; that of who presides is signed by the
 * secretary, for nobody attests for himself. Refusal: `document.missing-items` when nobody sat, when nobody presides yet,
 * or when there is no secretary to sign.
 */
export function attendanceCertificates(
  facts: AttendanceCertificatesFacts,
  making: PaperMaking,
): Result<DocumentModel> {
  const { head, members, chair, secretary } = facts
  const missing = [
    ...(members.length === 0 ? ['les membres présents'] : []),
    ...(chair.name.trim() === '' ? ['le nom de la personne qui préside'] : []),
    ...(members.some(({ presides }) => presides) && secretary.name.trim() === ''
      ? ['le nom de la personne secrétaire de séance']
      : []),
  ]
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  return ok(
    paperModel(head, making, {
      kind: 'attendance-certificates',
      name: 'Attestations de présence',
      template: 'attestation-2',
      orientation: 'portrait',
      blocks: members.flatMap((member, index) => [
        ...(index === 0 ? [] : [{ type: 'pageBreak' } as const]),
        ...certificate(facts, member, making),
      ]),
    }),
  )
}

function certificate(
  { head, chair, secretary }: AttendanceCertificatesFacts,
  member: AttendanceCertificatesFacts['members'][number],
  making: PaperMaking,
): readonly Block[] {
  const { subject } = instancePhrase(head.instance.name)
  const of = /^le /u.test(subject) ? `du ${subject.slice(3)}` : `de ${subject}`
  const session = `la séance ${of} du ${frenchDateWithWeekday(head.date)}`
  const signatory = fullName(member.presides ? secretary : chair)
  const attested = member.presides
    ? `secrétaire de ${session}, atteste ${thatName(fullName(member))}, a présidé cette séance et y a siégé.`
    : `qui ai présidé ${session}, atteste ${thatName(fullName(member))}, a siégé à cette séance.`
  return [
    {
      type: 'title',
      overline: typographic(head.instance.name),
      text: 'Attestation de présence',
      subtitle: typographic(member.name),
    },
    ...workingNote(head, making),
    paragraph(`Je soussigné(e), ${signatory}, ${attested}`),
    keyValues([
      ['Séance', `${frenchDateWithWeekday(head.date)} · ${head.callName}`],
      ['Lieu', head.place],
      ['Présence', frenchList(member.present.map(hours))],
      ['Durée', member.minutes === null ? '' : duration(member.minutes)],
      [
        'Demi-journées',
        member.halfDays === null ? '' : counted(member.halfDays, 'demi-journée', 'demi-journées'),
      ],
    ]),
    paragraph(
      `Attestation établie le ${frenchDate(making.madeAt.slice(0, 10))}, pour servir et valoir ce que de droit.`,
    ),
    {
      type: 'signatures',
      places: [
        {
          capacity: member.presides ? 'Secrétariat de séance' : 'Présidence de séance',
          name: typographic(signatory),
          mention: 'Date et signature',
        },
      ],
    },
  ]
}

const fullName = ({ name, capacity }: { readonly name: string; readonly capacity: string }): string =>
  capacity.trim() === '' ? name : `${name}, ${capacity}`

/** « que Paul », « qu’Anne ». */
const thatName = (name: string): string => (ofName(name).startsWith('d’') ? `qu’${name}` : `que ${name}`)

const hours = ({ from, to }: IntervalFacts): string =>
  to === null ? `depuis ${frenchHour(from)}` : `de ${frenchHour(from)} à ${frenchHour(to)}`

/** « 2 h 05 », « 45 min ». */
function duration(minutes: number): string {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (whole === 0) return `${rest} min`
  return rest === 0 ? `${whole} h` : `${whole} h ${String(rest).padStart(2, '0')}`
}
