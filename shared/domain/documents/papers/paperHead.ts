import type { InstanceType } from '../../committee/committee.ts'
import { keyValues, note, strong } from '../blocks.ts'
import type { Block, DocumentModel, PaperKind, TitleBlock } from '../model.ts'
import { frenchDate, frenchDateWithWeekday, frenchHour, typographic } from '../typography.ts'

/** What every paper of a session says of it; plain JSON, so that its digest can be taken. */
export interface PaperHead {
  readonly instance: { readonly name: string; readonly type: InstanceType }
  readonly callName: string
  /** ISO date of the session. */
  readonly date: string
  /** "HH:MM" announced; null when not fixed. */
  readonly startsAt: string | null
  readonly place: string
  readonly status: 'planned' | 'open' | 'closed'
}

/** When and under which digest a paper is made. */
export interface PaperMaking {
  /** SHA-256, hex, of the canonical JSON of the paper's facts. */
  readonly digest: string
  /** Local date and hour of the making, « 2026-11-22T17:05 ». */
  readonly madeAt: string
}

/** [PA1] A paper bears the date of its making and, while the session is open, says that it is a working document. */
export function paperModel(
  head: PaperHead,
  { digest, madeAt }: PaperMaking,
  own: {
    readonly kind: PaperKind
    readonly name: string
    readonly template: string
    readonly orientation: DocumentModel['orientation']
    readonly blocks: readonly Block[]
  },
): DocumentModel {
  const { name, ...rest } = own
  const day = frenchDateWithWeekday(head.date)
  const working = head.status === 'open' ? ' · document de travail' : ''
  return {
    ...rest,
    title: typographic(`${name}, ${head.instance.name}, séance du ${day}`),
    language: 'fr-FR',
    number: typographic(`${name}, séance du ${frenchDate(head.date)}${working}`),
    factsDigest: digest,
    frozenAt: madeAt,
    author: typographic(head.instance.name),
    runningHead: typographic(`${head.instance.name} · ${name.toLowerCase()} · séance du ${day}${working}`),
  }
}

export const paperTitle = (head: PaperHead, text: string): TitleBlock => ({
  type: 'title',
  overline: typographic(head.instance.name),
  text: typographic(text),
  subtitle: typographic(`Séance du ${frenchDateWithWeekday(head.date)} · ${head.callName}`),
})

/** [PA1] Empty when the session is not open. */
export const workingNote = ({ status }: PaperHead, { madeAt }: PaperMaking): readonly Block[] =>
  status === 'open'
    ? [
        {
          ...note(''),
          runs: [
            strong('Document de travail'),
            {
              text: typographic(
                `, établi le ${frenchDate(madeAt.slice(0, 10))} à ${frenchHour(madeAt.slice(11))} pendant la séance.`,
              ),
            },
          ],
        },
      ]
    : []

/** When and where; what is not fixed yet is left out. */
export const paperPlace = (head: PaperHead): Block =>
  keyValues([
    [
      'Date et heure',
      `${frenchDateWithWeekday(head.date)}${head.startsAt === null ? '' : ` à ${frenchHour(head.startsAt)}`}`,
    ],
    ['Lieu', head.place],
  ])
