import type { MemberFacts, SessionFacts } from '../session/sessionFacts.ts'
import { bulletedList, column, heading, numberedList, paragraph, row, table } from './blocks.ts'
import { instancePhrase } from './instancePhrase.ts'
import { integerInWords } from './inWords.ts'
import type { Block } from './model.ts'
import { person } from './sessionHead.ts'
import { counted, frenchDate, frenchDateWithWeekday, frenchHour, ofName } from './typography.ts'

/** Opening, quorum, members, proxies, movements, agenda: PV-01 to PV-06. */
export function openingBlocks(facts: SessionFacts): readonly Block[] {
  return [
    heading(1, 'Ouverture de la séance'),
    paragraph(openingSentence(facts)),
    ...noticeBlocks(facts),
    paragraph(quorumSentence(facts)),
    membersTable(facts.members),
    ...substituteBlocks(facts),
    ...proxyBlocks(facts),
    ...movementBlocks(facts),
    ...pauseBlocks(facts),
    heading(1, 'Ordre du jour'),
    numberedList(facts.agenda),
  ]
}

/** Brick pv.ouverture. */
function openingSentence(facts: SessionFacts): string {
  const { subject, feminine } = instancePhrase(facts.instance.name)
  const year = integerInWords(Number(facts.date.slice(0, 4)))
  const dayAndMonth = frenchDateWithWeekday(facts.date).replace(/ \d{4}$/u, '')
  const convocation =
    facts.convocation === null
      ? ''
      : `, sur convocation du ${frenchDate(facts.convocation.date)} adressée par ${facts.convocation.author}`
  return `L’an ${year}, le ${dayAndMonth} à ${frenchHour(facts.openedAt)}, ${subject} s’est ${feminine ? 'réunie' : 'réuni'}${placePhrase(facts.place)}${convocation}, sous la présidence ${ofName(person(facts.chair))}.`
}

/** [MN8] How the convocation left, and whether its delay was kept: a delay that was not kept is said, never hidden. */
function noticeBlocks({ convocation }: SessionFacts): readonly Block[] {
  if (convocation === null) return []
  const { sentBy, notice } = convocation
  const proof = convocation.proof.trim()
  const proved = proof === '' ? '' : ` (preuve : ${proof})`
  const sent = `${sentBy === null ? 'adressée' : sendings[sentBy]}${proved}`
  if (notice === null) return sent === 'adressée' ? [] : [paragraph(`La convocation a été ${sent}.`)]
  const given = counted(notice.givenDays, 'jour franc', 'jours francs')
  const required = counted(notice.requiredDays, 'jour franc', 'jours francs')
  return [
    paragraph(
      notice.respected
        ? `La convocation a été ${sent}, ${given} avant la séance ; le délai de ${required} est respecté.`
        : `La convocation n’a été ${sent} que ${given} avant la séance ; le délai de ${required} n’est pas respecté.`,
    ),
  ]
}

const sendings: Record<NonNullable<NonNullable<SessionFacts['convocation']>['sentBy']>, string> = {
  post: 'adressée par courrier',
  'e-mail': 'adressée par courriel',
  hand: 'remise en main propre',
  platform: 'adressée par la plateforme',
}

/** « salle du conseil », « à la mairie de Melrand », « au Centre culturel », or between commas when it cannot be told. */
function placePhrase(place: string): string {
  const trimmed = place.trim()
  const lowered = trimmed.charAt(0).toLowerCase() + trimmed.slice(1)
  if (/^(?:à|au|aux|en|dans|chez)\s/iu.test(trimmed) || /^salle\b/iu.test(trimmed)) return ` ${lowered}`
  if (/^(?:mairie|préfecture|sous-préfecture|maison|médiathèque|région)(?!\p{L})/iu.test(trimmed))
    return ` à la ${lowered}`
  if (/^(?:hôtel|espace)(?!\p{L})/iu.test(trimmed)) return ` à l’${lowered}`
  if (/^(?:centre|siège|conseil)(?!\p{L})/iu.test(trimmed)) return ` au ${lowered}`
  return `, ${trimmed}`
}

/** Brick pv.quorum, and its variant after a first meeting without quorum. */
function quorumSentence(facts: SessionFacts): string {
  const { inOffice, present, represented, required, reached, applies } = facts.openingQuorum
  const counts = `Membres en exercice : ${inOffice}. Présents : ${present}. Représentés : ${represented}.`
  const secretary = `${facts.secretary.name} est désigné(e) secrétaire de séance.`
  if (!applies) {
    const first =
      facts.secondConvocation === null ? '' : ` du ${frenchDate(facts.secondConvocation.firstDate)}`
    return `${counts} Réunie de nouveau après la convocation${first} restée sans quorum, l’instance délibère sans condition de quorum sur les points déjà inscrits. ${facts.chair.name} ouvre la séance. ${secretary}`
  }
  const opening = reached
    ? `Le quorum (${required}) étant atteint, ${facts.chair.name} ouvre la séance.`
    : `Le quorum (${required}) n’est pas atteint à l’ouverture ; ${facts.chair.name} ouvre la séance et le constate.`
  return `${counts} ${opening} ${secretary}`
}

function membersTable(members: readonly MemberFacts[]): Block {
  return table(
    'Membres de l’instance',
    [
      { ...column('Nom', 4), namesRow: true },
      column('Qualité', 5),
      column('Voix', 2.4),
      column('Présence', 4),
    ],
    members.map((member) =>
      row([
        member.name,
        [member.capacity, roles[member.role]].filter((part) => part.trim() !== '').join(' · '),
        member.voice === 'deliberative' ? 'délibérative' : 'consultative',
        [presence(member), substitutePhrase(member, members)].filter((part) => part !== '').join(', '),
      ]),
    ),
  )
}

function substitutePhrase({ name, replaces }: MemberFacts, members: readonly MemberFacts[]): string {
  if (replaces !== null) return `suppléant(e) ${ofName(replaces)}`
  const substitute = members.find((other) => other.replaces === name)
  return substitute === undefined ? '' : `suppléé(e) par ${substitute.name}`
}

const roles: Record<MemberFacts['role'], string> = {
  chair: 'présidence',
  secretary: 'secrétariat',
  member: '',
}

function presence({ attendance, arrivedAt, leftAt }: MemberFacts): string {
  const hours = [
    arrivedAt === null ? '' : `arrivée à ${frenchHour(arrivedAt)}`,
    leftAt === null ? '' : `départ à ${frenchHour(leftAt)}`,
  ].filter((part) => part !== '')
  const status = {
    present: 'présent(e)',
    represented: 'représenté(e)',
    excused: 'excusé(e)',
    absent: 'absent(e)',
  }[attendance]
  return [status, ...hours].join(', ')
}

/** [MN8] Who sits in whose place. */
const substituteBlocks = ({ members }: SessionFacts): readonly Block[] => {
  const sitting = members.filter(({ replaces }) => replaces !== null)
  return sitting.length === 0
    ? []
    : [
        heading(2, 'Suppléances'),
        bulletedList(
          sitting.map(
            ({ name, replaces }) => `${name}, suppléant(e) ${ofName(replaces ?? '')}, siège à sa place.`,
          ),
        ),
      ]
}

/** [MN8] Suspensions, in their order. */
const pauseBlocks = ({ pauses }: SessionFacts): readonly Block[] =>
  pauses.length === 0
    ? []
    : [
        heading(2, 'Suspensions de séance'),
        bulletedList(
          pauses.map(({ from, to }) =>
            to === null
              ? `La séance, suspendue à ${frenchHour(from)}, n’est pas reprise.`
              : `La séance, suspendue à ${frenchHour(from)}, est reprise à ${frenchHour(to)}.`,
          ),
        ),
      ]

/** Brick pv.pouvoir. */
const proxyBlocks = ({ proxies }: SessionFacts): readonly Block[] =>
  proxies.length === 0
    ? []
    : [
        heading(2, 'Pouvoirs'),
        bulletedList(
          proxies.map(
            ({ giver, holder, date }) =>
              `${giver} a donné pouvoir à ${holder} (écrit du ${frenchDate(date)}).`,
          ),
        ),
      ]

/** Brick pv.mouvement. */
const movementBlocks = ({ movements }: SessionFacts): readonly Block[] =>
  movements.length === 0
    ? []
    : [
        heading(2, 'Arrivées et départs'),
        bulletedList(
          movements.map(({ member, kind, at, presentAfter, quorumReached }) => {
            const verb = kind === 'arrives' ? 'rejoint' : 'quitte'
            const remain =
              kind === 'arrives'
                ? presentAfter < 2
                  ? 'est présent'
                  : 'sont présents'
                : presentAfter < 2
                  ? 'reste présent'
                  : 'restent présents'
            const quorum = quorumReached
              ? kind === 'arrives'
                ? 'le quorum est atteint'
                : 'le quorum demeure atteint'
              : 'le quorum n’est plus atteint'
            return `${member} ${verb} la séance à ${frenchHour(at)} ; ${counted(presentAfter, 'membre', 'membres')} ${remain}, ${quorum}.`
          }),
        ),
      ]
