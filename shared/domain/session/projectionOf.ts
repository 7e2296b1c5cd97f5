import { type Committee, decides } from '../committee/committee.ts'
import { secondsOfDay } from './clockTime.ts'
import { effectiveOutcome } from './effectiveOutcome.ts'
import { isRunning } from './intervals.ts'
import type { Projection, ProjectionLevel } from './projection.ts'
import type { ProjectionView } from './projectionView.ts'
import { resultLabel, resultTone } from './resultOnWall.ts'
import type { AgendaItem, ItemOutcome, QuorumCount, Session } from './session.ts'
import type { SessionItemView, SessionView } from './sessionView.ts'

/** What the wall may draw from: the room without its people, and the totals of the sheets of one candidature. */
export interface ProjectionSource extends Pick<SessionView, 'session' | 'items' | 'quorum' | 'envelope'> {
  readonly committee: Pick<Committee, 'name' | 'instanceType'>
  /** Totals of the sheets that count, of 100, two decimals; in any order, none while sealed. */
  readonly sheetTotals: (candidatureId: string) => readonly string[]
}

/**
 * [SE38] What the wall shows: built field by field, so that nothing else can slip in. Only what the content is about is
 * filled; `clock.spentSeconds` counts the finished runs of the current point, the wall adds the time since
 * `clock.runningSince`.
 */
export function projectionOf(source: ProjectionSource, { content, level }: Projection): ProjectionView {
  const { session, committee, envelope } = source
  const shown = content === 'result' ? resultPlace(session) : placeOf(session, session.currentItemId)
  const item = shown === null ? undefined : session.agenda[shown]
  const view = shown === null ? undefined : source.items[shown]
  const outcome = item === undefined ? null : effectiveOutcome(session, item.id)
  const hasDossier = content === 'dossier' || content === 'result'
  return {
    content,
    level,
    title: committee.name,
    isPaused: session.pauses.some(isRunning),
    agenda: content === 'agenda' ? agendaOf(source, level) : [],
    dossier: hasDossier && item && view ? dossierOf(source, item, view, level) : null,
    quorum: quorumShown(outcome?.quorum ?? view?.quorum ?? source.quorum),
    envelope:
      content === 'envelope' && envelope.totalCents !== null
        ? { totalCents: envelope.totalCents, awardedCents: envelope.awardedCents }
        : null,
    result: content === 'result' && item && outcome ? resultOf(item, outcome, committee) : null,
    clock: clockOf(
      content === 'blank' ? undefined : session.agenda[placeOf(session, session.currentItemId) ?? -1],
    ),
  }
}

function placeOf(session: Session, itemId: string | null): number | null {
  const place = session.agenda.findIndex(({ id }) => id === itemId)
  return place < 0 ? null : place
}

/** The current point when it is decided; else, after the next one was taken up, the one that was decided last. */
function resultPlace(session: Session): number | null {
  const current = placeOf(session, session.currentItemId)
  if (current !== null && session.agenda[current]?.outcome != null) return current
  let last: number | null = null
  session.agenda.forEach(({ outcome }, place) => {
    const latest = last === null ? '' : (session.agenda[last]?.outcome?.decidedAt ?? '')
    if (outcome !== null && outcome.decidedAt >= latest) last = place
  })
  return last
}

function agendaOf({ session, items }: ProjectionSource, level: ProjectionLevel): ProjectionView['agenda'] {
  return session.agenda.map((item, index) => ({
    place: index + 1,
    label: labelOf(item, items[index], level),
    state:
      item.id === session.currentItemId && item.outcome === null
        ? 'current'
        : item.outcome === null
          ? 'upcoming'
          : item.outcome.opinion === 'deferred'
            ? 'deferred'
            : 'decided',
  }))
}

/** « N° 12 – Berric – Portail familles » in the room; « N° 12 » where the public passes. */
function labelOf(item: AgendaItem, view: SessionItemView | undefined, level: ProjectionLevel): string {
  const kind = item.kind === 'hearing' ? 'Audition' : item.kind === 'milestone' ? 'Suivi de projet' : ''
  if (item.kind === 'free') return level === 'numbers' ? 'Autre point' : item.title
  const number = view?.number == null ? 'Dossier' : `N° ${view.number}`
  const named = level === 'numbers' ? [] : [view?.applicant ?? '', view?.title ?? '']
  return [kind, number, ...named].filter((part) => part !== '').join(' – ')
}

function dossierOf(
  { sheetTotals }: ProjectionSource,
  item: AgendaItem,
  view: SessionItemView,
  level: ProjectionLevel,
): NonNullable<ProjectionView['dossier']> {
  const isNamed = level === 'names'
  const isMarked = item.kind === 'candidature' && item.candidatureId !== null && !view.isSealed
  return {
    number: view.number,
    applicant: isNamed ? view.applicant : '',
    title: isNamed ? view.title : '',
    requestedCents: view.requestedCents,
    score: isMarked ? view.score : null,
    rank: isMarked ? view.rank : null,
    sheetTotals: isMarked
      ? sheetTotals(item.candidatureId ?? '').toSorted((a, b) => Number(a) - Number(b))
      : [],
  }
}

const quorumShown = ({ counted, required, reached, applies }: QuorumCount): ProjectionView['quorum'] => ({
  counted,
  required,
  reached,
  applies,
})

function resultOf(
  item: AgendaItem,
  outcome: ItemOutcome,
  committee: Pick<Committee, 'instanceType'>,
): NonNullable<ProjectionView['result']> {
  const { vote, opinion, amountCents, waitingList } = outcome
  return {
    label: resultLabel(item.kind, outcome, decides(committee.instanceType)),
    tone: resultTone(opinion, waitingList),
    amountCents: item.kind === 'candidature' ? amountCents : null,
    vote: vote && {
      for: vote.for,
      against: vote.against,
      abstention: vote.abstention,
      secret: vote.method === 'secret',
    },
  }
}

function clockOf(item: AgendaItem | undefined): ProjectionView['clock'] {
  const finished = (item?.runs ?? []).flatMap(({ from, to }) =>
    to === null ? [] : Math.max(0, secondsOfDay(to) - secondsOfDay(from)),
  )
  return {
    runningSince: item?.runs.find(isRunning)?.from ?? null,
    spentSeconds: finished.reduce((sum, seconds) => sum + seconds, 0),
    plannedMinutes: item?.plannedMinutes ?? null,
  }
}
