import { decides } from '../../committee/committee.ts'
import type { MemberFacts, SessionFacts } from '../../session/sessionFacts.ts'
import { instancePhrase } from '../instancePhrase.ts'
import { integerInWords } from '../inWords.ts'
import { markupPlainText } from '../markup/markupPlainText.ts'
import { person } from '../sessionHead.ts'
import type { FieldRecord } from '../templates/fieldRecord.ts'
import {
  frenchAmount,
  frenchDate,
  frenchDateWithWeekday,
  frenchHour,
  ofName,
  typographic,
} from '../typography.ts'
import { amountWords } from './amountWords.ts'
import { pointFields } from './pointFields.ts'

/**
 * [RE1] What a template may print of a session. Every field of `sessionFieldCatalogue` is there whatever the facts hold:
 * an empty text, a false condition or an empty list when there is nothing, so that a template tests it instead of failing.
 */
export function sessionFields(facts: SessionFacts): FieldRecord {
  const deciding = decides(facts.instance.type)
  return {
    'instance.nom': typographic(facts.instance.name),
    'instance.sujet': typographic(instancePhrase(facts.instance.name).subject),
    'instance.decide': deciding,
    'instance.autorite': deciding ? '' : typographic(facts.instance.decidingAuthority.trim()),
    'appel.nom': typographic(facts.call.name),
    'appel.dispositif': typographic(facts.call.scheme),
    'appel.exercice': String(facts.call.fiscalYear),
    'seance.proces_verbal': typographic(facts.number),
    'seance.date': frenchDate(facts.date),
    'seance.jour': frenchDateWithWeekday(facts.date),
    'seance.annee_lettres': integerInWords(Number(facts.date.slice(0, 4)) || 0),
    'seance.ouverture': frenchHour(facts.openedAt),
    'seance.levee': frenchHour(facts.closedAt),
    'seance.lieu': typographic(facts.place),
    'seance.presidence': facts.chair.name,
    'seance.presidence_qualite': typographic(facts.chair.capacity),
    'seance.secretariat': facts.secretary.name,
    'seance.secretariat_qualite': typographic(facts.secretary.capacity),
    'seance.discussion': typographic(markupPlainText(facts.discussion).trim()),
    'convocation.date': facts.convocation === null ? '' : frenchDate(facts.convocation.date),
    'convocation.auteur': typographic(facts.convocation?.author ?? ''),
    'convocation.seconde': facts.secondConvocation !== null,
    ...quorumFields(facts),
    presents: facts.members.filter(({ attendance }) => attendance === 'present').map(memberFields),
    excuses: facts.members.filter(({ attendance }) => attendance === 'excused').map(memberFields),
    'presents.noms': namesOf(facts, 'present'),
    'excuses.noms': namesOf(facts, 'excused'),
    'absents.noms': namesOf(facts, 'absent'),
    absents: facts.members.filter(({ attendance }) => attendance === 'absent').map(memberFields),
    representes: facts.members.filter(({ attendance }) => attendance === 'represented').map(memberFields),
    pouvoirs: facts.proxies.map(({ giver, holder, date }) => ({
      mandant: giver,
      mandataire: holder,
      date: frenchDate(date),
    })),
    'pouvoirs.nombre': String(facts.proxies.length),
    ordre: facts.agenda.map((title, index) => ({
      numero: String(index + 1),
      intitule: typographic(title),
    })),
    points: facts.items.map((item, index) => pointFields(facts, item, index)),
    ...moneyFields(facts),
  }
}

/** « Anne Le Goff, vice-présidente ; Chloé Œuvrard, maire de Plancoët (arrivée à 18 h 20) ». */
function namesOf({ members }: SessionFacts, attendance: MemberFacts['attendance']): string {
  const told = members
    .filter((member) => member.attendance === attendance)
    .map((member) => {
      const observed = observations(member)
      return `${person(member)}${observed === '' ? '' : ` (${observed})`}`
    })
  return typographic(told.join(' ; '))
}

const observations = ({ arrivedAt, leftAt, replaces }: MemberFacts): string =>
  [
    ...(arrivedAt === null ? [] : [`arrivée à ${frenchHour(arrivedAt)}`]),
    ...(leftAt === null ? [] : [`départ à ${frenchHour(leftAt)}`]),
    ...(replaces === null ? [] : [`suppléance ${ofName(replaces)}`]),
  ].join(', ')

function quorumPhrase({ openingQuorum }: SessionFacts): string {
  const { required, reached, applies } = openingQuorum
  if (!applies) return 'Deuxième convocation, sans condition de quorum.'
  return reached
    ? `Le quorum, fixé à ${required}, est atteint.`
    : `Le quorum, fixé à ${required}, n’est pas atteint à l’ouverture.`
}

const quorumFields = (facts: SessionFacts): FieldRecord => {
  const { openingQuorum } = facts
  return {
    'membres.exercice': String(openingQuorum.inOffice),
    'membres.presents': String(openingQuorum.present),
    'membres.representes': String(openingQuorum.represented),
    'quorum.requis': openingQuorum.applies ? String(openingQuorum.required) : '',
    'quorum.atteint': openingQuorum.reached,
    'quorum.phrase': quorumPhrase(facts),
  }
}

function memberFields(member: MemberFacts): FieldRecord {
  const { name, capacity, arrivedAt, leftAt, replaces, voice } = member
  return {
    nom: name,
    qualite: typographic(capacity),
    voix: voice === 'deliberative' ? 'délibérative' : 'consultative',
    arrivee: arrivedAt === null ? '' : frenchHour(arrivedAt),
    depart: leftAt === null ? '' : frenchHour(leftAt),
    supplee: replaces ?? '',
    observations: typographic(observations(member)),
  }
}

/** [DC1] Totals are those that were frozen. */
function moneyFields({ call, totals, envelopes }: SessionFacts): FieldRecord {
  const { requestedCents, awardedCents, remainingCents } = totals
  return {
    enveloppe: call.envelopeCents === null ? '' : frenchAmount(call.envelopeCents),
    'enveloppe.solde': remainingCents === null ? '' : frenchAmount(remainingCents),
    'total.demande': frenchAmount(requestedCents),
    'total.montant': frenchAmount(awardedCents),
    'total.montant_lettres': amountWords(awardedCents),
    'total.candidatures': String(totals.candidatures),
    'candidatures.phrase':
      totals.candidatures < 2
        ? `${totals.candidatures} candidature a été examinée`
        : `${totals.candidatures} candidatures ont été examinées`,
    enveloppes: envelopes.map((envelope) => ({
      nom: typographic(envelope.label),
      financeur: typographic(envelope.funder),
      exercice: String(envelope.fiscalYear),
      votee: frenchAmount(envelope.totalCents),
      montant: frenchAmount(envelope.givenCents),
      solde: frenchAmount(envelope.remainingCents),
    })),
  }
}
