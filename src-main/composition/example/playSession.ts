import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Dispatcher } from '../dispatcher.ts'
import type { ExampleSession } from './exampleSchema.ts'

export interface SessionSurroundings {
  readonly callIds: ReadonlyMap<string, string>
  readonly memberIds: ReadonlyMap<string, string>
  say(sentence: string): void
}

export interface HeldSession {
  readonly sessionId: string
  readonly closing: { readonly minutesNumber: string; readonly factsDigest: string }
}

/** Plans, opens, holds and closes the session of the example. */
export async function playSession(
  dispatcher: Dispatcher,
  example: ExampleSession,
  around: SessionSurroundings,
): Promise<Result<HeldSession>> {
  const idOf = (member: string): string => around.memberIds.get(member) ?? ''
  const { date, startsAt, place, convocation } = example
  around.say('Préparation de la séance : ordre du jour, présences, pouvoirs')
  const callId = around.callIds.get(example.call) ?? ''
  const planned = await dispatcher.call('session.plan', {
    callId,
    date,
    startsAt,
    place,
    convocation,
    secondConvocation: false,
  })
  if (!planned.ok) return planned
  const { sessionId } = planned.value
  const itemIds = await arrangeAgenda(dispatcher, sessionId, example, idOf)
  if (!itemIds.ok) return itemIds
  for (const { member, status } of example.attendance) {
    const attended = await dispatcher.call('session.attend', { sessionId, memberId: idOf(member), status })
    if (!attended.ok) return attended
  }
  for (const proxy of example.proxies) {
    const given = await dispatcher.call('session.give-proxy', {
      sessionId,
      giverId: idOf(proxy.giver),
      holderId: idOf(proxy.holder),
      date: proxy.date,
      signed: proxy.signed,
    })
    if (!given.ok) return given
  }
  for (const { member, ...travel } of example.travels) {
    const travelled = await dispatcher.call('session.travel', { sessionId, memberId: idOf(member), travel })
    if (!travelled.ok) return travelled
  }
  around.say('Ouverture de la séance')
  const opened = await dispatcher.call('session.open', {
    sessionId,
    at: example.openedAt,
    chairId: idOf(example.chair),
    secretaryId: idOf(example.secretary),
  })
  if (!opened.ok) return opened
  const discussed = await dispatcher.call('session.change', {
    sessionId,
    set: { discussion: example.discussion },
  })
  if (!discussed.ok) return discussed
  around.say(`Examen de ${example.items.length} candidatures : débats, votes, avis`)
  for (const item of example.items) {
    const itemId = itemIds.value.get(item.candidature) ?? ''
    const decided = await playItem(dispatcher, { sessionId, itemId }, item, idOf)
    if (!decided.ok) return decided
  }
  around.say('Clôture de la séance : les faits sont figés')
  const closed = await dispatcher.call('session.close', { sessionId, at: example.closedAt })
  if (!closed.ok) return closed
  const { number, factsDigest } = closed.value
  return ok({ sessionId, closing: { minutesNumber: number, factsDigest } })
}

/** Puts the items in the order of the example, with their rapporteurs. Answers item ids by number of candidature. */
async function arrangeAgenda(
  dispatcher: Dispatcher,
  sessionId: string,
  example: ExampleSession,
  idOf: (member: string) => string,
): Promise<Result<ReadonlyMap<number, string>>> {
  const view = await dispatcher.call('session.get', { sessionId })
  if (!view.ok) return view
  const itemIds = new Map(view.value.items.map((item) => [item.number ?? 0, item.itemId]))
  const entries = new Map(view.value.session.agenda.map((entry) => [entry.id, entry]))
  const agenda = []
  for (const { candidature, rapporteur } of example.items) {
    const entry = entries.get(itemIds.get(candidature) ?? '')
    if (entry === undefined) return refuse('session.item-missing', { number: candidature })
    const { id, kind, candidatureId, title } = entry
    agenda.push({ id, kind, candidatureId, title, rapporteurId: idOf(rapporteur) })
  }
  const arranged = await dispatcher.call('session.change', { sessionId, set: { agenda } })
  return arranged.ok ? ok(itemIds) : arranged
}

async function playItem(
  dispatcher: Dispatcher,
  key: { readonly sessionId: string; readonly itemId: string },
  item: ExampleSession['items'][number],
  idOf: (member: string) => string,
): Promise<Result<null>> {
  for (const { member, leftAt } of item.recused) {
    const left = await dispatcher.call('session.move', {
      ...key,
      memberId: idOf(member),
      kind: 'leaves',
      at: leftAt,
    })
    if (!left.ok) return left
  }
  const written = await dispatcher.call('session.write-debate', { ...key, text: item.debate })
  if (!written.ok) return written
  const { opinion, amountCents, waitingList, conditions, legal, factual, at } = item
  const decided = await dispatcher.call('session.decide', {
    sessionId: key.sessionId,
    proposal: {
      itemId: key.itemId,
      opinion,
      amountCents,
      waitingList,
      conditions,
      rationale: { legal, factual },
      vote: item.vote && {
        ...item.vote,
        method: 'show-of-hands',
        notTakingPart: 0,
        named: null,
        chairBallot: null,
        disagreements: item.disagreements.map(({ member, text }) => ({ memberId: idOf(member), text })),
      },
      at,
    },
  })
  if (!decided.ok) return decided
  for (const { member } of item.recused) {
    const returned = await dispatcher.call('session.move', {
      ...key,
      memberId: idOf(member),
      kind: 'arrives',
      at,
    })
    if (!returned.ok) return returned
  }
  return ok(null)
}
