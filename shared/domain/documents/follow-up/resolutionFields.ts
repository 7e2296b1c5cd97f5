import { decides } from '../../committee/committee.ts'
import type { ItemFacts } from '../../session/sessionFacts.ts'
import type { FieldRecord } from '../templates/fieldRecord.ts'
import { counted, frenchAmount, frenchList, typographic } from '../typography.ts'
import { type ActCandidatures, actCandidatures, type DecidedItem } from './actCandidatures.ts'
import { amountWords } from './amountWords.ts'
import { resolutionCitations } from './citations.ts'
import type { FollowUpFacts } from './followUpFacts.ts'
import { followUpFields } from './followUpFields.ts'
import { pointFields } from './pointFields.ts'
import { ballotNames, voteSentence } from './voteSentence.ts'

/** [RE2] What the resolution prints beside the session: lists by sense, votes, visas, numbers of its articles. */
export function resolutionFields(facts: FollowUpFacts, date: string): FieldRecord {
  const groups = actCandidatures(facts.session)
  const total = groups.awarded.reduce((sum, { outcome }) => sum + (outcome.amountCents ?? 0), 0)
  const lists: FieldRecord = {
    attributions: groups.awarded.map((one) => ({
      ...fieldsOf(facts, one),
      imputation: typographic(facts.budgetLines[String(one.candidature.number)]?.trim() ?? ''),
    })),
    reserves: groups.awarded
      .filter(({ outcome }) => outcome.conditions.trim() !== '')
      .map((one) => fieldsOf(facts, one)),
    complementaires: byWaitingRank(groups.waiting).map((one) => fieldsOf(facts, one)),
    refus: groups.refused.map((one) => fieldsOf(facts, one)),
    irrecevables: groups.inadmissible.map((one) => fieldsOf(facts, one)),
    ajournes: groups.deferred.map((one) => fieldsOf(facts, one)),
  }
  return {
    ...followUpFields(facts),
    ...lists,
    ...articleNumbers(lists),
    ...voteFields(facts, groups),
    'attributions.nombre': counted(groups.awarded.length, 'aide', 'aides'),
    'attributions.total': frenchAmount(total),
    'attributions.total_lettres': amountWords(total),
    rapporteurs: typographic(
      frenchList([
        ...new Set(
          groups.all.flatMap(({ item }) => (item.rapporteur?.trim() ? [item.rapporteur.trim()] : [])),
        ),
      ]),
    ),
    visas: resolutionCitations(facts, date).map((said) => ({ visa: typographic(said) })),
    deports: withdrawals(groups),
  }
}

const fieldsOf = ({ session }: FollowUpFacts, { item }: DecidedItem): FieldRecord =>
  pointFields(session, item, session.items.indexOf(item))

const byWaitingRank = (waiting: readonly DecidedItem[]): readonly DecidedItem[] =>
  waiting.toSorted(
    (a, b) =>
      (a.outcome.waitingRank ?? Number.MAX_SAFE_INTEGER) - (b.outcome.waitingRank ?? Number.MAX_SAFE_INTEGER),
  )

/** One entry for each member who stayed out, in the order of the session, with all that he stayed out of. */
function withdrawals({ all }: ActCandidatures): readonly FieldRecord[] {
  const byMember = new Map<string, DecidedItem['candidature'][]>()
  for (const { item, candidature } of all)
    for (const member of new Set(item.recusals.map((recusal) => recusal.member)))
      byMember.set(member, [...(byMember.get(member) ?? []), candidature])
  return [...byMember].map(([membre, candidatures]) => {
    const numbers = candidatures.map(({ number }) => String(number))
    const said =
      numbers.length === 1
        ? `le dossier n° ${numbers[0]}, ${candidatures[0]?.applicant}`
        : `les dossiers n° ${frenchList(numbers)}`
    return { membre, dossiers: typographic(said) }
  })
}

/** « 1er », « 2 »… in the order of the template; empty for an article that has no object. */
function articleNumbers(lists: FieldRecord): FieldRecord {
  let last = 0
  return Object.fromEntries(
    actArticles.map(([name, , listName]) => {
      const entries = listName === null ? [] : lists[listName]
      if (listName !== null && (!Array.isArray(entries) || entries.length === 0))
        return [`article.${name}`, '']
      last += 1
      return [`article.${name}`, last === 1 ? '1er' : String(last)]
    }),
  )
}

export const actArticles = [
  ['attribution', 'qui attribue', 'attributions'],
  ['reserves', 'qui fixe les conditions', 'reserves'],
  ['complementaires', 'de la liste complémentaire', 'complementaires'],
  ['refus', 'des demandes non retenues', 'refus'],
  ['irrecevables', 'des demandes irrecevables', 'irrecevables'],
  ['ajournes', 'des demandes ajournées', 'ajournes'],
  ['versement', 'du versement et de la caducité', null],
  ['signature', 'qui autorise à signer', null],
  ['imputation', 'de l’imputation', null],
] as const

/**
 * [RE3] One sentence when every candidature was voted by the same figures and nobody stayed out; else one per candidature.
 * The figures are those of a body that decides: those of a committee that advises are not the vote of the act.
 */
function voteFields({ session }: FollowUpFacts, { all }: ActCandidatures): FieldRecord {
  if (!decides(session.instance.type)) return { 'vote.commun': '', votes: [], votants: '' }
  const told = all.map(({ item, candidature, outcome }) => ({
    dossier: String(candidature.number),
    demandeur: typographic(candidature.applicant),
    phrase: typographic(
      [
        outcome.vote === null ? 'sans vote' : voteSentence(outcome.vote),
        ...apart(item, outcome.vote?.notTakingPart ?? 0),
      ].join(', '),
    ),
    noms: outcome.vote === null ? '' : typographic(ballotNames(outcome.vote)),
  }))
  const alone =
    new Set(told.map(({ phrase }) => phrase)).size === 1 &&
    told.every(({ noms }) => noms === '') &&
    all.every(({ item, outcome }) => item.recusals.length === 0 && outcome.vote !== null)
  return {
    'vote.commun': alone ? (told[0]?.phrase ?? '') : '',
    votes: alone ? [] : told,
    votants: votersOf(all),
  }
}

/** Who stayed out, by name for a recusal (CGCT L2131-11), else by number. */
function apart({ recusals }: ItemFacts, notTakingPart: number): readonly string[] {
  const recused = [...new Set(recusals.map(({ member }) => member))]
  if (recused.length > 0) return [`${frenchList(recused)} n’ayant pris part ni au débat ni au vote`]
  return notTakingPart === 0
    ? []
    : [`${counted(notTakingPart, 'membre', 'membres')} n’ayant pas pris part au vote`]
}

/** « 5 », or « de 4 à 5 selon les dossiers ». */
function votersOf(all: readonly DecidedItem[]): string {
  const counts = all.flatMap(({ outcome }) => (outcome.vote === null ? [] : [outcome.vote.voters]))
  if (counts.length === 0) return ''
  const least = counts.reduce((a, b) => Math.min(a, b))
  const most = counts.reduce((a, b) => Math.max(a, b))
  return least === most ? String(least) : `de ${least} à ${most} selon les dossiers`
}
