import type { Decide, MeetingAct, PointKey, VoteWish } from './meetingActs.ts'
import { markedInTheRoom, meetingMarks } from './meetingMarks.ts'
import { type MemberKey, meetingPeople, meetingSubstitute } from './meetingPeople.ts'
import { meetingRoom } from './meetingRoom.ts'

const declaredInSession = { member: 'hamon', candidature: 33 } as const

/** Everything that happens, for an agenda in this order: who leaves for a recusal follows from it. */
export function meetingStory(order: readonly PointKey[]): readonly MeetingAct[] {
  const room = meetingRoom()
  const acts: MeetingAct[] = [...rollCall()]
  for (const act of acts) room.follow(act)
  const put = (act: MeetingAct): void => {
    acts.push(act)
    room.follow(act)
  }
  for (const act of marksInTheRoom()) put(act)
  put({
    do: 'adopt-scenario',
    name: 'Proposition du bureau',
    reason: 'Deux projets voisins du même demandeur : l’aide est portée sur le premier.',
  })
  order.forEach((point, index) => {
    for (const act of happenings(index)) put(act)
    const minute = meetingStart + index * minutesPerPoint
    put({ do: 'point', point, at: `${hourOf(minute)}:00` })
    if (point === declaredInSession.candidature) {
      const { member, candidature } = declaredInSession
      put({ do: 'recuse', member, candidature, reason: 'siège au bureau du demandeur depuis mars' })
      put({
        do: 'assess',
        member,
        candidature,
        status: 'confirmed',
        reason: 'fonction exécutive chez le demandeur',
      })
    }
    const away = room.presentRecused(point)
    for (const member of away) put({ do: 'move', member, kind: 'leaves', at: hourOf(minute), point })
    put({ do: 'debate', point, text: debateOn(point, index) })
    const at = hourOf(minute + 2)
    for (const act of decision(point, index, () => room.voters(point), at)) put(act)
    for (const member of away) put({ do: 'move', member, kind: 'arrives', at, point })
  })
  const end = hourOf(meetingStart + order.length * minutesPerPoint + 5)
  put({
    do: 'explain-open-checks',
    text: 'Vérifié en séance avec la présidente : sans effet sur les décisions.',
  })
  put({ do: 'close', at: end })
  return acts
}

function* rollCall(): Generator<MeetingAct> {
  for (const member of Object.keys(meetingPeople) as MemberKey[]) {
    if (member === meetingSubstitute.of) yield { do: 'attend', member, status: 'excused' }
    else if (member === 'inizan' || member === 'kerleau') yield { do: 'attend', member, status: 'excused' }
    else if (member !== meetingSubstitute.substitute) yield { do: 'attend', member, status: 'present' }
  }
  yield { do: 'substitute', member: meetingSubstitute.of, substitute: meetingSubstitute.substitute }
  yield { do: 'attend', member: meetingSubstitute.substitute, status: 'present' }
  yield { do: 'proxy', giver: 'inizan', holder: 'bourdon', date: '2026-05-19' }
  yield { do: 'open', at: hourOf(meetingStart - 15) }
}

/** Keyed in the room for whoever sits. */
function* marksInTheRoom(): Generator<MeetingAct> {
  for (const [index, number] of markedInTheRoom.entries()) {
    yield { do: 'point', point: number, at: `${hourOf(meetingStart - 12 + index * 5)}:00` }
    for (const member of seatedAtOpening) {
      yield { do: 'mark', point: number, member, marks: meetingMarks(member, number) }
    }
    yield { do: 'file', point: number }
  }
}

const seatedAtOpening: readonly MemberKey[] = [
  'abgrall',
  'bourdon',
  'corre',
  'diallo',
  'evenou',
  'floch',
  'guillou',
  'hamon',
  'jaffre',
  'madec',
]

/** Arrivals and departures, by place on the agenda. */
function* happenings(index: number): Generator<MeetingAct> {
  const at = hourOf(meetingStart + index * minutesPerPoint)
  if (index === lateArrival) yield { do: 'move', member: 'kerleau', kind: 'arrives', at, point: null }
  if (index === quorumLost) {
    for (const member of leavers) yield { do: 'move', member, kind: 'leaves', at, point: null }
  }
  if (index === everyoneBack) {
    yield { do: 'move', member: 'jaffre', kind: 'arrives', at, point: null }
    yield { do: 'move', member: 'kerleau', kind: 'arrives', at, point: null }
  }
}

function* decision(
  point: PointKey,
  index: number,
  voters: () => readonly MemberKey[],
  at: string,
): Generator<MeetingAct> {
  const vote = voteOn(point, index, voters())
  const decide: Decide = { do: 'decide', point, opinion: opinionOn(point), vote, at }
  if (index === quorumLost) {
    yield { do: 'refused', act: decide, code: 'session.no-quorum' }
    yield { do: 'pause', at: `${at}:10` }
    yield { do: 'move', member: 'evenou', kind: 'arrives', at, point: null }
    yield { do: 'move', member: 'floch', kind: 'arrives', at, point: null }
    yield { do: 'resume', at: `${at}:50` }
    yield { ...decide, vote: showOfHands(voters().length, 0, 0) }
    return
  }
  if (index === miscounted && decide.vote !== null) {
    yield { ...decide, vote: showOfHands(voters().length - 1, 1, 0) }
    yield { do: 'amend', act: decide, reason: 'une abstention comptée contre' }
    return
  }
  yield decide
}

const opinionOn = (point: PointKey): Decide['opinion'] => {
  if (point === 'milestone') return 'reserved'
  return typeof point === 'number' ? 'proposed' : 'favourable'
}

function voteOn(point: PointKey, index: number, voters: readonly MemberKey[]): VoteWish | null {
  const count = voters.length
  if (point === 'hearing' || point === 'free') return null
  if (index === evenVote) {
    const half = Math.floor(count / 2)
    return { ...showOfHands(half, half, count - 2 * half), chairBallot: 'for' }
  }
  if (index === secretVote) {
    const requestedBy = voters.slice(0, 4)
    return { ...showOfHands(count - 4, 2, 0), method: 'secret', blank: 1, spoiled: 1, requestedBy }
  }
  if (index === namedVote) {
    const named = Object.fromEntries(
      voters.map((member, place) => [member, place === 3 ? 'abstention' : 'for']),
    )
    return { ...showOfHands(count - 1, 0, 1), method: 'roll-call', named }
  }
  if (index === miscounted) return showOfHands(count - 1, 0, 1)
  if (index === disagreed) {
    const member = voters[4] ?? 'abgrall'
    const text = 'le plan de financement lui paraît fragile'
    return { ...showOfHands(count - 1, 1, 0), disagreement: { member, text } }
  }
  return showOfHands(count, 0, 0)
}

const showOfHands = (inFavour: number, against: number, abstention: number): VoteWish => ({
  method: 'show-of-hands',
  for: inFavour,
  against,
  abstention,
  blank: 0,
  spoiled: 0,
  requestedBy: [],
  named: null,
  chairBallot: null,
  disagreement: null,
})

function debateOn(point: PointKey, index: number): string {
  if (point === 'hearing')
    return 'Le porteur répond aux questions sur le calendrier et sur l’hébergement des données.'
  if (point === 'milestone')
    return 'Le premier jalon est tenu ; le recrutement du médiateur a pris un mois de retard.'
  if (point === 'free') return 'Le calendrier du prochain appel est présenté et n’appelle pas d’observation.'
  const phrase = phrases[index % phrases.length] ?? ''
  return `${phrase} (candidature n° ${point}).`
}

const phrases = [
  'Le besoin est établi et le calendrier réaliste',
  'Le conseil interroge la reprise des données existantes',
  'La mutualisation avec la commune voisine est jugée souhaitable',
  'L’accueil physique est maintenu, ce que le conseil approuve',
]

/** Places on the agenda, from 0. */
const lateArrival = 6
const evenVote = 23
const secretVote = 25
const namedVote = 27
const miscounted = 28
const disagreed = 29
const quorumLost = 45
const everyoneBack = 50
const leavers: readonly MemberKey[] = ['evenou', 'floch', 'guillou', 'jaffre', 'kerleau']

/** Minutes since midnight. */
const meetingStart = 14 * 60 + 15
const minutesPerPoint = 3

const hourOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
