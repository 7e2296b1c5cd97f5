import {
  counted,
  frenchAmount,
  frenchDate,
  frenchHour,
  frenchList,
} from '#shared/domain/documents/typography.ts'
import type { DepartureView } from '#shared/domain/envelope/scenarioView.ts'
import type { AgendaItem, Opinion } from '#shared/domain/session/session.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'

/** What happened, in lines to read: people, recusals, votes that were not plain, money, closing. */
export function meetingFacts(
  view: SessionView,
  exits: { readonly before: number; readonly proposed: number },
  departures: readonly Pick<DepartureView, 'sentence' | 'reason'>[],
): readonly string[] {
  return [
    ...heading('Les personnes'),
    ...people(view),
    ...heading('Les déports'),
    `Ordre de discussion : ${counted(exits.proposed, 'sortie', 'sorties')} au lieu de ${exits.before}.`,
    ...recusals(view),
    ...heading('Les votes'),
    ...votes(view),
    ...heading('L’argent'),
    ...money(view, departures),
    ...heading('La clôture'),
    ...closing(view),
  ]
}

const heading = (title: string): readonly string[] => ['', title, '─'.repeat(title.length)]

const nameIn =
  ({ members }: SessionView) =>
  (id: string): string => {
    const member = members.find((each) => each.id === id)
    return member === undefined ? '' : `${member.firstName} ${member.lastName}`
  }

function people(view: SessionView): readonly string[] {
  const { session } = view
  const nameOf = nameIn(view)
  const arrivals = Object.entries(session.attendance).flatMap(([memberId, { movements }]) =>
    movements
      .filter(({ itemId }) => itemId === null)
      .map(({ kind, at }) => ({
        at,
        line: `${frenchHour(at)} : ${nameOf(memberId)} ${kind === 'arrives' ? 'arrive ou revient' : 'sort'}`,
      })),
  )
  return [
    `Séance du ${frenchDate(session.date)}, ouverte à ${frenchHour(session.openedAt ?? '')}.`,
    ...Object.entries(session.substitutions).map(
      ([memberId, substituteId]) => `${nameOf(substituteId)} siège à la place de ${nameOf(memberId)}.`,
    ),
    ...session.proxies.map(
      ({ giverId, holderId, date }) =>
        `${nameOf(giverId)} a donné pouvoir à ${nameOf(holderId)} (écrit du ${frenchDate(date)}).`,
    ),
    ...arrivals.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ line }) => line),
    ...session.pauses.map(({ from, to }) => `Suspendue de ${from} à ${to ?? '…'}, faute de quorum.`),
  ]
}

function recusals(view: SessionView): readonly string[] {
  const nameOf = nameIn(view)
  return view.session.agenda.flatMap(({ title, outcome }) =>
    (outcome?.recused ?? []).map(
      ({ memberId, leftAt, returnedAt }) =>
        `${nameOf(memberId)} sort de ${frenchHour(leftAt)} à ${frenchHour(returnedAt)} : ${title}`,
    ),
  )
}

/** Plain unanimous shows of hands are counted, the others told. */
function votes(view: SessionView): readonly string[] {
  const { agenda } = view.session
  const told = agenda.flatMap((item) => {
    const notes = voteNotes(view, item)
    return notes.length === 0 ? [] : [`${item.title} : ${notes.join(' ; ')}`]
  })
  const voted = agenda.filter(({ outcome }) => outcome?.vote).length
  return [
    `${counted(voted, 'vote', 'votes')}, dont ${voted - told.length} à l’unanimité des présents.`,
    ...told,
  ]
}

function voteNotes(view: SessionView, { outcome }: AgendaItem): readonly string[] {
  const vote = outcome?.vote
  if (!vote) return []
  const figures = `${vote.for} pour, ${vote.against} contre, ${counted(vote.abstention, 'abstention', 'abstentions')}`
  const isUnanimous = vote.method === 'show-of-hands' && vote.against + vote.abstention === 0
  const isUnanimousAgainst = vote.method === 'show-of-hands' && vote.for + vote.abstention === 0
  return [
    ...(isUnanimous || isUnanimousAgainst ? [] : [figures]),
    ...(vote.method === 'secret'
      ? [
          `scrutin secret demandé par ${counted(vote.requestedBy.length, 'membre', 'membres')}, ${vote.blank} blanc et ${vote.spoiled} nul`,
        ]
      : []),
    ...(vote.method === 'roll-call' ? ['appel nominal'] : []),
    ...(vote.castingVote ? ['voix prépondérante de la présidence'] : []),
    ...vote.disagreements.map(({ memberId, text }) => `désaccord de ${nameIn(view)(memberId)} : ${text}`),
  ]
}

const opinionLabels: Readonly<Record<Opinion, string>> = {
  favourable: 'favorable(s)',
  reserved: 'avec réserves',
  unfavourable: 'défavorable(s)',
  deferred: 'ajournés',
  inadmissible: 'irrecevables',
}

function money(
  { recap, adoptedScenario, items }: SessionView,
  departures: Parameters<typeof meetingFacts>[2],
): readonly string[] {
  const tied = items.filter(({ kind, tiedWith }) => kind === 'candidature' && tiedWith.length > 0)
  const counts = (Object.keys(opinionLabels) as Opinion[])
    .map((opinion) => [recap.byOpinion[opinion] ?? 0, opinionLabels[opinion]] as const)
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${count} ${label}`)
  return [
    `Demandé ${frenchAmount(recap.requestedCents)}, attribué ${frenchAmount(recap.awardedCents)}, reste ${frenchAmount(recap.remainingCents ?? 0)}.`,
    `${frenchList(counts)} ; ${counted(recap.waitingList, 'candidature', 'candidatures')} en liste complémentaire.`,
    ...(adoptedScenario === null ? [] : [`Scénario adopté : ${adoptedScenario.name}.`]),
    ...departures.map(({ sentence, reason }) => `Écart au classement : ${sentence} Motif : ${reason}`),
    ...tied
      .filter(({ number, tiedWith }) => tiedWith.every((other) => (number ?? 0) < other))
      .map(
        ({ number, tiedWith }) => `Ex æquo après tout départage : n° ${[number, ...tiedWith].join(', n° ')}.`,
      ),
  ]
}

function closing({ session, closingChecks }: SessionView): readonly string[] {
  return [
    ...closingChecks
      .filter(({ state }) => state === 'explained')
      .map(({ sentence, explanation }) => `Expliqué : ${sentence} — ${explanation}`),
    `${session.closing?.number ?? ''}, close à ${frenchHour(session.closedAt ?? '')}.`,
    `Empreinte des faits : ${session.closing?.factsDigest ?? ''}`,
  ]
}
