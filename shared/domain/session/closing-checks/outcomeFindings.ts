import { isAward } from '../../decision/isAward.ts'
import { awardBounds } from '../../envelope/awardBounds.ts'
import type { ClosingInput } from '../closingInput.ts'
import type { AgendaItem, ItemOutcome } from '../session.ts'
import { type Finding, findingOnItems, itemNames } from './finding.ts'

/** What was decided, and what was written about it. */
export function outcomeFindings(input: ClosingInput): readonly Finding[] {
  const { agenda } = input.session
  const names = (items: readonly AgendaItem[]): string => itemNames(items, input)
  const undecided = agenda.filter(({ outcome }) => outcome === null)
  const refused = decidedAs(
    agenda,
    ({ opinion, rationale }) =>
      (opinion === 'unfavourable' || opinion === 'inadmissible') &&
      (blank(rationale.legal) || blank(rationale.factual)),
  ).filter(({ kind }) => kind === 'candidature')
  const unreasoned = agenda.filter((item) => owesReason(item, input))
  const ties = tiesTakenApart(input)
  const reserved = decidedAs(agenda, (it) => it.opinion === 'reserved' && blank(it.conditions))
  const silent = decidedAs(agenda, isServed).filter(
    ({ kind, debate }) => kind === 'candidature' && blank(debate),
  )
  return [
    findingOnItems('outcomes', undecided, {
      green: 'Chaque point a reçu un avis ou a été ajourné.',
      open: `Sans avis ni ajournement : ${names(undecided)}.`,
    }),
    findingOnItems('considerations-missing', refused, {
      green: 'Chaque avis défavorable est motivé en droit et en fait.',
      open: `Sans motivation en droit et en fait : ${names(refused)}.`,
    }),
    findingOnItems('rationale-missing', unreasoned, {
      green: 'Chaque aide partielle et chaque écart au classement est motivé.',
      open: `Aide partielle ou écart au classement sans motif : ${names(unreasoned)}.`,
    }),
    findingOnItems('ties-undecided', ties, {
      green: 'Les candidatures à égalité ont été traitées de la même façon.',
      open: `À égalité dans le classement, mais traitées différemment : ${names(ties)}.`,
    }),
    findingOnItems('conditions-missing', reserved, {
      green: 'Chaque avis avec réserves dit lesquelles.',
      open: `Avis avec réserves, sans réserve écrite : ${names(reserved)}.`,
    }),
    findingOnItems('debate-empty', silent, {
      green: 'La teneur des débats est notée pour chaque aide accordée ou proposée.',
      open: `Aide sans teneur des débats : ${names(silent)}.`,
    }),
  ]
}

const blank = (text: string): boolean => text.trim() === ''

const decidedAs = (
  agenda: readonly AgendaItem[],
  matches: (outcome: ItemOutcome) => boolean,
): readonly AgendaItem[] => agenda.filter(({ outcome }) => outcome !== null && matches(outcome))

const isServed = ({ opinion, waitingList, amountCents }: ItemOutcome): boolean =>
  isAward(opinion) && !waitingList && (amountCents ?? 0) > 0

/** Less than the rules and the request allow, or a departure from the ranking, without a word of why. */
function owesReason({ kind, candidatureId, outcome }: AgendaItem, input: ClosingInput): boolean {
  if (kind !== 'candidature' || candidatureId === null || outcome === null) return false
  if (!blank(outcome.departure) || !blank(outcome.rationale.factual)) return false
  if (input.departingIds.has(candidatureId)) return true
  const candidature = input.candidatures.get(candidatureId)
  if (candidature === undefined || outcome.waitingList || !isAward(outcome.opinion)) return false
  const most = awardBounds(input.rules, { ...candidature, minimumViableCents: null })?.mostCents ?? 0
  return (outcome.amountCents ?? 0) < most
}

/** [EN4] Equals of which some are served and others not: money or the hour told them apart, nobody said why. */
function tiesTakenApart({ session, ranking }: ClosingInput): readonly AgendaItem[] {
  const decided = new Map(
    session.agenda.flatMap((item) =>
      item.kind === 'candidature' && item.candidatureId !== null && item.outcome !== null
        ? [[item.candidatureId, { item, outcome: item.outcome }] as const]
        : [],
    ),
  )
  const apart = new Set<AgendaItem>()
  for (const { candidatureId, tiedWith } of ranking?.rows ?? []) {
    const own = decided.get(candidatureId)
    if (own === undefined || tiedWith.length === 0) continue
    for (const id of tiedWith) {
      const other = decided.get(id)
      if (other === undefined || isServed(other.outcome) === isServed(own.outcome)) continue
      if (blank(own.outcome.departure) && blank(other.outcome.departure)) apart.add(own.item)
    }
  }
  return session.agenda.filter((item) => apart.has(item))
}
