import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Decide, MeetingAct, PointKey, VoteWish } from './meetingActs.ts'
import { meetingCriteria } from './meetingMarks.ts'
import type { MemberKey } from './meetingPeople.ts'
import type { PreparedMeeting } from './prepareMeeting.ts'

/** Plays one act through the door that the screens use. */
export async function playMeetingAct(
  dispatcher: Dispatcher,
  meeting: PreparedMeeting,
  act: MeetingAct,
): Promise<Result<unknown>> {
  const { sessionId, callId } = meeting
  const idOf = (member: MemberKey): string => meeting.memberIds.get(member) ?? ''
  const itemOf = (point: PointKey): string => meeting.itemIds.get(point) ?? ''
  switch (act.do) {
    case 'attend':
      return dispatcher.call('session.attend', { sessionId, memberId: idOf(act.member), status: act.status })
    case 'substitute': {
      const substituteId = idOf(act.substitute)
      return dispatcher.call('session.substitute', { sessionId, memberId: idOf(act.member), substituteId })
    }
    case 'proxy':
      return dispatcher.call('session.give-proxy', {
        ...{ sessionId, giverId: idOf(act.giver), holderId: idOf(act.holder) },
        date: act.date,
        signed: true,
      })
    case 'open':
      return dispatcher.call('session.open', {
        ...{ sessionId, at: act.at },
        chairId: idOf('abgrall'),
        secretaryId: idOf('corre'),
      })
    case 'move':
      return dispatcher.call('session.move', {
        ...{ sessionId, memberId: idOf(act.member), kind: act.kind, at: act.at },
        itemId: act.point === null ? null : itemOf(act.point),
      })
    case 'recuse':
      return withCandidature(dispatcher, meeting, act.candidature, (candidatureId) =>
        dispatcher.call('recusal.declare', {
          ...{ candidatureId, memberId: idOf(act.member) },
          ...{ reason: act.reason, legalBasis: 'cgct-l2131-11' },
        }),
      )
    case 'assess':
      return withCandidature(dispatcher, meeting, act.candidature, (candidatureId) =>
        dispatcher.call('recusal.assess', {
          ...{ candidatureId, memberId: idOf(act.member), status: act.status },
          ...{ reason: act.reason, legalBasis: 'cgct-l2131-11', counting: 'numerator' },
        }),
      )
    case 'point':
      return dispatcher.call('session.point', { sessionId, itemId: itemOf(act.point), at: act.at })
    case 'pause':
      return dispatcher.call('session.pause', { sessionId, at: act.at })
    case 'resume':
      return dispatcher.call('session.resume', { sessionId, at: act.at })
    case 'mark':
      return withCandidature(dispatcher, meeting, act.point, (candidatureId) =>
        keyMarks(dispatcher, { candidatureId, evaluatorId: idOf(act.member) }, act.marks),
      )
    case 'file':
      return dispatcher.call('session.file-sheets', { sessionId, itemId: itemOf(act.point) })
    case 'adopt-scenario':
      return adoptScenario(dispatcher, { sessionId, callId }, act)
    case 'debate':
      return dispatcher.call('session.write-debate', { sessionId, itemId: itemOf(act.point), text: act.text })
    case 'decide':
      return withProposal(dispatcher, meeting, act, (proposal) =>
        dispatcher.call('session.decide', { sessionId, proposal }),
      )
    case 'refused': {
      const answer = await playMeetingAct(dispatcher, meeting, act.act)
      if (!answer.ok && answer.refusal.code === act.code) return ok(null)
      return answer.ok ? refuse('input.invalid', { reason: `le refus ${act.code} était attendu` }) : answer
    }
    case 'amend':
      return withProposal(dispatcher, meeting, act.act, (proposal) =>
        dispatcher.call('session.amend', { sessionId, proposal, reason: act.reason }),
      )
    case 'explain-open-checks':
      return explainOpenChecks(dispatcher, sessionId, act.text)
    case 'close':
      return dispatcher.call('session.close', { sessionId, at: act.at })
  }
}

async function withCandidature<T>(
  dispatcher: Dispatcher,
  meeting: PreparedMeeting,
  number: number,
  perform: (candidatureId: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const item = await itemView(dispatcher, meeting, number)
  return item.ok ? perform(item.value.candidatureId ?? '') : item
}

/** One point as the room shows it. */
export async function itemView(
  dispatcher: Dispatcher,
  meeting: PreparedMeeting,
  point: PointKey,
): Promise<Result<SessionItemView>> {
  const view = await dispatcher.call('session.get', { sessionId: meeting.sessionId })
  if (!view.ok) return view
  const item = view.value.items.find(({ itemId }) => itemId === meeting.itemIds.get(point))
  return item === undefined ? refuse('session.item-missing') : ok(item)
}

async function keyMarks(
  dispatcher: Dispatcher,
  key: { readonly candidatureId: string; readonly evaluatorId: string },
  marks: string,
): Promise<Result<null>> {
  for (const [index, criterionCode] of meetingCriteria.entries()) {
    const mark = { kind: 'value' as const, hundredths: Number(marks[index]) * 100, comment: '' }
    const keyed = await dispatcher.call('sheet.mark', { ...key, criterionCode, mark })
    if (!keyed.ok) return keyed
  }
  return ok(null)
}

/** By rank, then one award is taken out although a worse ranked one is served: a departure, with its reason. */
async function adoptScenario(
  dispatcher: Dispatcher,
  { sessionId, callId }: { readonly sessionId: string; readonly callId: string },
  { name, reason }: Extract<MeetingAct, { do: 'adopt-scenario' }>,
): Promise<Result<null>> {
  const opened = await dispatcher.call('scenario.open', { callId, name, from: { origin: 'ranking' } })
  if (!opened.ok) return opened
  const { scenarioId } = opened.value
  const ranking = await dispatcher.call('ranking.get', { callId })
  if (!ranking.ok) return ranking
  const takenOut = takenOutOf(ranking.value)
  if (takenOut !== undefined) {
    const taken = await dispatcher.call('scenario.set-amount', {
      ...{ scenarioId, candidatureId: takenOut.candidatureId, funding: null, reason },
      amount: null,
    })
    if (!taken.ok) return taken
  }
  return dispatcher.call('scenario.adopt', { scenarioId, sessionId })
}

/** The last but one of those whom the ranking serves in full. */
export const takenOutOf = ({ rows }: OutputOf<'ranking.get'>) =>
  rows.filter(({ award }) => award.status === 'within').at(-2)

async function withProposal(
  dispatcher: Dispatcher,
  meeting: PreparedMeeting,
  act: Decide,
  perform: (proposal: InputOf<'session.decide'>['proposal']) => Promise<Result<null>>,
): Promise<Result<null>> {
  const item = await itemView(dispatcher, meeting, act.point)
  return item.ok ? perform(proposalOf(meeting, act, item.value)) : item
}

const lawBasis = 'Règlement d’attribution, article 4 : note minimale et rang'

/** What the secretary keys: what is proposed, the waiting list after the cut line, a refusal with its reasons. */
export function proposalOf(
  meeting: PreparedMeeting,
  act: Decide,
  item: SessionItemView,
): InputOf<'session.decide'>['proposal'] {
  const base = {
    itemId: item.itemId,
    conditions: act.opinion === 'reserved' ? 'Recruter le médiateur avant le 1er septembre.' : '',
    rationale: { legal: '', factual: '' },
    vote: act.vote && voteOf(meeting, act.vote),
    at: act.at,
  }
  if (act.opinion !== 'proposed') return { ...base, opinion: act.opinion, amountCents: null }
  if (item.proposedCents > 0) {
    return { ...base, opinion: 'favourable', amountCents: item.proposedCents }
  }
  if (item.rankingAward !== 'not-selected') {
    return { ...base, opinion: 'favourable', amountCents: null, waitingList: true }
  }
  const factual = `Note de ${item.score ?? '—'} sur 100, sous la note minimale du règlement.`
  const vote = act.vote && { ...voteOf(meeting, act.vote), for: 0, against: act.vote.for }
  return {
    ...base,
    opinion: 'unfavourable',
    amountCents: null,
    rationale: { legal: lawBasis, factual },
    vote: vote && act.vote?.method === 'show-of-hands' ? vote : base.vote,
  }
}

function voteOf(meeting: PreparedMeeting, vote: VoteWish) {
  const idOf = (member: MemberKey): string => meeting.memberIds.get(member) ?? ''
  const { disagreement } = vote
  return {
    method: vote.method,
    for: vote.for,
    against: vote.against,
    abstention: vote.abstention,
    notTakingPart: 0,
    blank: vote.blank,
    spoiled: vote.spoiled,
    requestedBy: vote.requestedBy.map(idOf),
    named:
      vote.named &&
      Object.fromEntries(
        Object.entries(vote.named).map(([member, ballot]) => [idOf(member as MemberKey), ballot]),
      ),
    chairBallot: vote.chairBallot,
    disagreements:
      disagreement === null ? [] : [{ memberId: idOf(disagreement.member), text: disagreement.text }],
  }
}

async function explainOpenChecks(
  dispatcher: Dispatcher,
  sessionId: string,
  text: string,
): Promise<Result<null>> {
  const view = await dispatcher.call('session.get', { sessionId })
  if (!view.ok) return view
  for (const { code, level, state } of view.value.closingChecks) {
    if (level !== 'explain' || state !== 'open') continue
    const explained = await dispatcher.call('session.explain', { sessionId, check: code, text })
    if (!explained.ok) return explained
  }
  return ok(null)
}
