import { ok, type Result } from '#shared/kernel/result.ts'
import exampleJson from '../../resources/example/example.json' with { type: 'json' }
import type { Dispatcher } from './dispatcher.ts'
import { exampleSchema } from './example/exampleSchema.ts'
import { playCall } from './example/playCall.ts'
import { playPaperwork } from './example/playPaperwork.ts'
import { playSession } from './example/playSession.ts'

export interface ExampleWish {
  /** The new file. */
  readonly path: string
  readonly passphrase: string
  /** `closed`: one call, its session held and closed. `planned`: besides, a second call whose session is to be held. */
  readonly until: 'closed' | 'planned'
  /** Told in French before each step. */
  onStep?(sentence: string): void
}

export interface PlayedExample {
  readonly recoveryCode: string
  /** The closed session. */
  readonly sessionId: string
  readonly minutesNumber: string
  readonly factsDigest: string
}

/**
 * Makes the example committee through the same door as the screens, and leaves its file open. Everything in it but the
 * applicants, départements and amounts is invented. Refuses like the procedures it calls, first of all `file.exists`.
 */
export async function playExample(dispatcher: Dispatcher, wish: ExampleWish): Promise<Result<PlayedExample>> {
  const example = exampleSchema.parse(exampleJson)
  const say = (sentence: string): void => wish.onStep?.(sentence)
  say(`Création du fichier chiffré de « ${example.committee.name} »`)
  const { path, passphrase } = wish
  const created = await dispatcher.call('file.create', { path, passphrase, committee: example.committee })
  if (!created.ok) return created
  say(`Ajout des ${example.members.length} membres`)
  const memberIds = new Map<string, string>()
  for (const { key, substituteOf, ...member } of example.members) {
    const added = await dispatcher.call('member.add', {
      ...member,
      substituteOf: substituteOf && (memberIds.get(substituteOf) ?? null),
      inOffice: substituteOf === null,
    })
    if (!added.ok) return added
    memberIds.set(key, added.value.memberId)
  }
  const callIds = new Map<string, string>()
  const calls = wish.until === 'planned' ? example.calls : example.calls.slice(0, 1)
  for (const call of calls) {
    const played = await playCall(dispatcher, call, { members: example.members, memberIds, say })
    if (!played.ok) return played
    callIds.set(call.key, played.value.callId)
  }
  const held = await playSession(dispatcher, example.closedSession, { callIds, memberIds, say })
  if (!held.ok) return held
  const followed = await playPaperwork(dispatcher, example.paperwork, {
    callId: callIds.get(example.closedSession.call) ?? '',
    sessionId: held.value.sessionId,
    say,
  })
  if (!followed.ok) return followed
  const { recoveryCode } = created.value
  const result = { recoveryCode, sessionId: held.value.sessionId, ...held.value.closing }
  if (wish.until === 'closed') return ok(result)
  const { call, ...planned } = example.plannedSession
  say(`Séance à venir, pour l’appel « ${calls.at(-1)?.name ?? ''} »`)
  const next = await dispatcher.call('session.plan', {
    ...planned,
    callId: callIds.get(call) ?? '',
    secondConvocation: false,
  })
  return next.ok ? ok(result) : next
}
