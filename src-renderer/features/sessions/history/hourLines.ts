import type { InputOf } from '#shared/contract/contract.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { nameOf } from '../personName.ts'
import { historyWords } from './words.ts'

export interface HourLine {
  /** What is corrected, as the host names it. */
  readonly what: InputOf<'session.correct-hour'>['what']
  /** « 18:05 » or « 18:05:42 ». */
  readonly at: string
  readonly label: string
  /** The point it belongs to, or null. */
  readonly itemId: string | null
}

/** [UI26] Every hour noted in the session, in their order: opening, movements, calls of points, decisions, suspensions. */
export function hourLines({
  session,
  members,
  items,
}: Pick<SessionView, 'session' | 'members' | 'items'>): readonly HourLine[] {
  if (session.openedAt === null) return []
  const titles = new Map(
    items.map(({ itemId, number, applicant, title }) => [
      itemId,
      number === null ? title : `${number} · ${applicant || title}`,
    ]),
  )
  const movements = Object.entries(session.attendance).flatMap(([memberId, { movements: moves }]) =>
    moves.map(
      ({ kind, at, itemId }, index): HourLine => ({
        what: { kind: 'movement', memberId, index },
        at,
        label: historyWords[kind](nameOf(members, memberId)),
        itemId,
      }),
    ),
  )
  const points = session.agenda.flatMap(({ id, title, runs, outcome }) => {
    const name = titles.get(id) ?? title
    const ofRuns = runs.flatMap(({ from, to }, index): readonly HourLine[] => [
      {
        what: { kind: 'run', itemId: id, index, end: 'from' },
        at: from,
        label: historyWords.runFrom(name),
        itemId: id,
      },
      ...(to === null
        ? []
        : [
            {
              what: { kind: 'run', itemId: id, index, end: 'to' } as const,
              at: to,
              label: historyWords.runTo(name),
              itemId: id,
            },
          ]),
    ])
    const decision: readonly HourLine[] =
      outcome === null
        ? []
        : [
            {
              what: { kind: 'decision', itemId: id },
              at: outcome.decidedAt,
              label: historyWords.decided(name),
              itemId: id,
            },
          ]
    return [...ofRuns, ...decision]
  })
  const pauses = session.pauses.flatMap(({ from, to }, index): readonly HourLine[] => [
    { what: { kind: 'pause', index, end: 'from' }, at: from, label: historyWords.pauseFrom, itemId: null },
    ...(to === null
      ? []
      : [
          {
            what: { kind: 'pause', index, end: 'to' } as const,
            at: to,
            label: historyWords.pauseTo,
            itemId: null,
          },
        ]),
  ])
  return [
    { what: { kind: 'opening' }, at: session.openedAt, label: historyWords.opening, itemId: null },
    ...[...movements, ...points, ...pauses].toSorted((a, b) =>
      moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0,
    ),
  ]
}

/** An hour noted to the minute came after the clock of the point that it belongs to. */
const moment = ({ at }: HourLine): string => (at.length === 5 ? `${at}:59` : at)
