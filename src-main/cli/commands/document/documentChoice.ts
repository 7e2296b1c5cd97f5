import type { Command } from 'commander'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { Refused } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import { findCall } from '../../find/findCall.ts'
import { findCandidature } from '../../find/findCandidature.ts'
import { findSession } from '../../find/findSession.ts'
import { documentWords, readingWords } from '../../read/documentWords.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { wholeNumberOf } from '../../read/readOptionValues.ts'

/** Of what the document is: a session, a candidature, or a candidature in a session. */
export interface PlaceOptions extends SharedOptions {
  readonly session?: string
  readonly candidature?: number
  readonly call?: string
}

export interface DocumentOptions extends PlaceOptions {
  readonly document: keyof typeof documentWords
  readonly reading: keyof typeof readingWords
}

export interface DocumentPlace {
  readonly sessionId: string | null
  readonly candidatureId: string | null
}

export const placeOptions = (command: Command): Command =>
  command
    .option('--session <séance>', 'son numéro dans la liste, le numéro du PV ou last')
    .option('--candidature <numéro>', 'la candidature, pour un document qui est le sien', wholeNumberOf)
    .option('--call <nom>', 'l’appel de la candidature, quand il y en a plusieurs')

export const documentOptions = (command: Command): Command =>
  placeOptions(
    command.requiredOption(
      '--document <document>',
      'lequel : procès-verbal, délibération, lettre d’attribution… (voir « document list »)',
      choiceOf(documentWords),
    ),
  ).option(
    '--reading <lecture>',
    'intégral (par défaut) ou communicable',
    choiceOf(readingWords),
    'full' as const,
  )

type Found = { ok: true; value: DocumentPlace } | { ok: false; refusal: Refusal } | Refused

/**
 * The session and the candidature that were named. Without either: the last session. A candidature alone: whatever the
 * session that examined it.
 */
export async function findPlace(
  dispatcher: Dispatcher,
  { session: written, candidature, call: callName }: PlaceOptions,
): Promise<Found> {
  const session =
    written === undefined && candidature !== undefined
      ? null
      : await findSession(dispatcher, written ?? 'last')
  if (session !== null && !session.ok) return session
  const sessionId = session?.value.id ?? null
  if (candidature === undefined) return { ok: true, value: { sessionId, candidatureId: null } }
  const call = session === null ? await findCall(dispatcher, callName) : null
  if (call !== null && !call.ok) return call
  const callId = session?.value.callId ?? call?.value.id ?? ''
  const found = await findCandidature(dispatcher, callId, candidature)
  return found.ok ? { ok: true, value: { sessionId, candidatureId: found.value.id } } : found
}
