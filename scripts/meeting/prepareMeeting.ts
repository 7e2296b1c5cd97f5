import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { type ExampleCall, exampleSchema } from '#main/composition/example/exampleSchema.ts'
import { playCall } from '#main/composition/example/playCall.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import exampleJson from '../../resources/example/example.json' with { type: 'json' }
import { declaredBefore, otherPoints, type PointKey } from './meetingActs.ts'
import { meetingCandidatures } from './meetingCandidatures.ts'
import { markedInTheRoom, meetingCriteria, meetingMarks } from './meetingMarks.ts'
import { type MemberKey, meetingCommittee, meetingPeople, meetingSubstitute } from './meetingPeople.ts'

export interface PreparedMeeting {
  readonly sessionId: string
  readonly callId: string
  readonly memberIds: ReadonlyMap<MemberKey, string>
  /** Ids of the points of the agenda. */
  readonly itemIds: ReadonlyMap<PointKey, string>
  /** The agenda as it will be followed. */
  readonly order: readonly PointKey[]
  readonly exits: { readonly before: number; readonly proposed: number }
}

/** The file, the council, sixty marked candidatures and a session whose order of discussion spares the exits. */
export async function prepareMeeting(
  dispatcher: Dispatcher,
  wish: { readonly path: string; readonly passphrase: string; say(sentence: string): void },
): Promise<Result<PreparedMeeting>> {
  const { path, passphrase, say } = wish
  say(`Création du fichier chiffré de « ${meetingCommittee.name} »`)
  const created = await dispatcher.call('file.create', { path, passphrase, committee: meetingCommittee })
  if (!created.ok) return created
  const memberIds = new Map<MemberKey, string>()
  for (const [key, { severity: _severity, ...person }] of Object.entries(meetingPeople)) {
    const isSubstitute = key === meetingSubstitute.substitute
    const added = await dispatcher.call('member.add', {
      ...person,
      voice: 'deliberative',
      inOffice: !isSubstitute,
      substituteOf: isSubstitute ? (memberIds.get(meetingSubstitute.of) ?? null) : null,
    })
    if (!added.ok) return added
    memberIds.set(key as MemberKey, added.value.memberId)
  }
  const call = meetingCall()
  const members = Object.entries(meetingPeople).map(([key, { severity: _severity, ...person }]) => ({
    key,
    ...person,
    voice: 'deliberative' as const,
    substituteOf: null,
  }))
  const played = await playCall(dispatcher, call, { members, memberIds, say })
  if (!played.ok) return played
  const { callId } = played.value
  for (const [member, number, status] of declaredBefore) {
    if (status === 'confirmed') continue
    const candidatureId = await candidatureNumbered(dispatcher, callId, number)
    if (!candidatureId.ok) return candidatureId
    const key = { candidatureId: candidatureId.value, memberId: memberIds.get(member) ?? '' }
    const declared = await dispatcher.call('recusal.declare', { ...key, reason: 'adhérent', legalBasis: '' })
    if (!declared.ok) return declared
    const assessed = await dispatcher.call('recusal.assess', {
      ...{ ...key, status, legalBasis: '', counting: 'numerator' },
      reason: 'simple adhérent, sans fonction',
    })
    if (!assessed.ok) return assessed
  }
  say('Convocation et ordre du jour : 60 candidatures, une audition, un jalon, un point libre')
  const planned = await dispatcher.call('session.plan', {
    callId,
    date: '2026-05-21',
    startsAt: '14:00',
    place: meetingCommittee.place,
    convocation: {
      date: '2026-05-11',
      author: 'la présidente',
      sentBy: 'e-mail',
      proof: 'accusés de lecture conservés au secrétariat',
    },
    secondConvocation: false,
  })
  if (!planned.ok) return planned
  const { sessionId } = planned.value
  const arranged = await arrangeAgenda(dispatcher, sessionId, memberIds)
  if (!arranged.ok) return arranged
  return ok({ sessionId, callId, memberIds, ...arranged.value })
}

function meetingCall(): ExampleCall {
  const example = exampleSchema.parse(exampleJson).calls[0]
  if (example === undefined) throw new Error('the example has no call')
  const candidatures = meetingCandidatures()
  const evaluators = (Object.keys(meetingPeople) as MemberKey[]).filter(
    (member) => member !== meetingSubstitute.substitute,
  )
  const confirmed = new Set(
    declaredBefore
      .filter(([, , status]) => status === 'confirmed')
      .map(([member, number]) => `${member}/${number}`),
  )
  const sheets = (member: MemberKey): Record<string, string> =>
    Object.fromEntries(
      candidatures
        .filter(({ number }) => !markedInTheRoom.includes(number) && !confirmed.has(`${member}/${number}`))
        .map(({ number }) => [String(number), meetingMarks(member, number)]),
    )
  return {
    ...example,
    name: 'Transformation numérique 2026 (séance d’exemple)',
    candidatures: [...candidatures],
    criteria: [...meetingCriteria],
    grid: { ...example.grid, knockouts: {} },
    rules: { ...example.rules, gapAlertPoints: 20, minimumScore: 45, tieBreakers: [] },
    recusals: declaredBefore
      .filter(([, , status]) => status === 'confirmed')
      .map(([member, candidature]) => ({
        ...{ member, candidature },
        reason: 'lien avec le demandeur, déclaré par écrit',
        legalBasis: 'cgct-l2131-11',
        assessment: 'lien établi',
      })),
    marks: Object.fromEntries(evaluators.map((member) => [member, sheets(member)])),
    comments: [],
  }
}

async function candidatureNumbered(
  dispatcher: Dispatcher,
  callId: string,
  number: number,
): Promise<Result<string>> {
  const page = await dispatcher.call('candidature.list', {
    callId,
    search: '',
    filters: {},
    sort: 'number',
    descending: false,
    offset: number - 1,
    limit: 1,
  })
  return page.ok ? ok(page.value.rows[0]?.id ?? '') : page
}

/** A planned time for each point, two other points and a free one, then the order that spares the exits. */
async function arrangeAgenda(
  dispatcher: Dispatcher,
  sessionId: string,
  memberIds: ReadonlyMap<MemberKey, string>,
): Promise<Result<Pick<PreparedMeeting, 'itemIds' | 'order' | 'exits'>>> {
  const view = await dispatcher.call('session.get', { sessionId })
  if (!view.ok) return view
  const numberOf = new Map(view.value.items.map((item) => [item.itemId, item.number ?? 0]))
  const entries = view.value.session.agenda
    .toSorted((a, b) => (numberOf.get(a.id) ?? 0) - (numberOf.get(b.id) ?? 0))
    .map(({ id, kind, candidatureId, title, rapporteurId, theme }) => ({
      ...{ id, kind, candidatureId, title, rapporteurId, theme },
      plannedMinutes: 3,
      slot: null,
      questionerId: null,
    }))
  const candidatureOf = (number: number): string | null =>
    entries.find(({ id }) => numberOf.get(id) === number)?.candidatureId ?? null
  const questionerId = memberIds.get('diallo') ?? null
  const others = {
    hearing: {
      kind: 'hearing',
      candidatureId: candidatureOf(2),
      title: 'Audition du porteur de la candidature n° 2',
      slot: { at: '15:00', guest: 'Mme Maud Le Gall' },
      questionerId,
    },
    milestone: {
      kind: 'milestone',
      candidatureId: candidatureOf(3),
      title: 'Premier jalon du projet n° 3',
      slot: null,
      questionerId: null,
    },
    free: {
      kind: 'free',
      candidatureId: null,
      title: 'Calendrier du prochain appel',
      slot: null,
      questionerId: null,
    },
  } as const
  const added = otherPoints.map((key) => ({
    id: `exemple-${key}`,
    ...others[key],
    rapporteurId: null,
    theme: '',
    plannedMinutes: 3,
  }))
  const agenda = [...entries, ...added]
  const set = await dispatcher.call('session.change', { sessionId, set: { agenda } })
  if (!set.ok) return set
  const proposed = await dispatcher.call('session.discussion-order', { sessionId })
  if (!proposed.ok) return proposed
  const { itemIds: ordered, exitsNow, exitsProposed } = proposed.value
  const inOrder = ordered.flatMap((id) => agenda.filter((entry) => entry.id === id))
  const followed = await dispatcher.call('session.change', { sessionId, set: { agenda: inOrder } })
  if (!followed.ok) return followed
  const keyOf = (id: string): PointKey =>
    otherPoints.find((key) => id === `exemple-${key}`) ?? numberOf.get(id) ?? 0
  return ok({
    itemIds: new Map(ordered.map((id) => [keyOf(id), id])),
    order: ordered.map(keyOf),
    exits: { before: exitsNow, proposed: exitsProposed },
  })
}
