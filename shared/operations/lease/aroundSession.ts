import type { Call } from '#shared/domain/call/call.ts'
import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { callBuckets } from '../authority/candidaturesOfCall.ts'
import type { Draft } from '../authority/draft.ts'

/**
 * [SY50] What a room decides by, beside its session and dossiers: the committee, the call with its scenarios, its grid. One
 * lease at a time covers each; a second room leaves them to the first.
 */
export const freeRootsBeside = (rows: Pick<Draft, 'row'>, sessionId: string): readonly string[] =>
  rootsBeside(rows, sessionId).filter((root) => rows.row('leased', root) === null)

function rootsBeside(rows: Pick<Draft, 'row'>, sessionId: string): readonly string[] {
  const callId = stateOf<Session>(rows, `session/${sessionId}`)?.callId
  const gridId = callId === undefined ? null : stateOf<Call>(rows, `call/${callId}`)?.gridId
  return [
    'committee',
    ...(callId === undefined ? [] : [`call/${callId}`]),
    ...(gridId == null ? [] : [`grid/${gridId}`]),
  ]
}

/** Every dossier of the call of a session, sorted: the ranking, the money and so the minutes are of all of them. */
export function dossiersOfCall(rows: Pick<Draft, 'row'>, sessionId: string): readonly string[] {
  const candidatures = bucketsOfSession(rows, sessionId).flatMap(
    (bucket) => rows.row('index', bucket)?.ids ?? [],
  )
  const dossiers = candidatures.flatMap((candidature) => rows.row('placement', candidature)?.dossier ?? [])
  return [...new Set(dossiers)].sort()
}

/** The entities of the sessions of the same call, itself included. */
export const sessionsOfCall = (rows: Pick<Draft, 'row'>, sessionId: string): readonly string[] =>
  listedOfCall<Session>(rows, sessionId, 'session')

/** The entities of the scenarios of its call. */
export const scenariosOfCall = (rows: Pick<Draft, 'row'>, sessionId: string): readonly string[] =>
  listedOfCall<Scenario>(rows, sessionId, 'scenario')

function listedOfCall<T extends { readonly callId: string }>(
  rows: Pick<Draft, 'row'>,
  sessionId: string,
  kind: 'session' | 'scenario',
): readonly string[] {
  const callId = stateOf<Session>(rows, `session/${sessionId}`)?.callId
  return (rows.row('index', `${kind}s`)?.ids ?? [])
    .map((id) => `${kind}/${id}`)
    .filter((entity) => callId !== undefined && stateOf<T>(rows, entity)?.callId === callId)
}

/** Where the candidatures of its call are listed. */
export function bucketsOfSession(rows: Pick<Draft, 'row'>, sessionId: string): readonly string[] {
  const callId = stateOf<Session>(rows, `session/${sessionId}`)?.callId
  return callId === undefined ? [] : callBuckets(callId)
}

const stateOf = <T>(rows: Pick<Draft, 'row'>, entity: string): T | null =>
  (rows.row('aggregate', entity)?.state ?? null) as T | null
