import { decisionRecord } from '#shared/domain/documents/decisionRecord.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import { standingsSince } from '#shared/domain/documents/minutesStanding.ts'
import type { ActKind, DocumentModel } from '#shared/domain/documents/model.ts'
import { rankingTable } from '#shared/domain/documents/rankingTable.ts'
import { rectification } from '#shared/domain/documents/rectification.ts'
import { draftMinutes, type MinutesState } from '#shared/domain/session/session.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'
import { frozenFacts } from './frozenFacts.ts'
import { frozenRectifications } from './frozenRectifications.ts'

/**
 * A document of a closed session, from what was frozen and from where its minutes stand. `upTo`: digest of the last
 * rectification it holds; absent: all of them. Refusals: `session.not-closed`, `document.missing-items`, `file.damaged`.
 */
export function actModel(
  reader: Reader,
  sessionId: string,
  document: ActKind,
  upTo: string | null = null,
): Result<DocumentModel> {
  if (document === 'rectification') {
    const acts = frozenRectifications(reader, sessionId, upTo)
    return acts.ok ? rectification(acts.value) : acts
  }
  const frozen = frozenFacts(reader, sessionId)
  return frozen.ok ? drawAct(document, frozen.value, standingOf(reader, sessionId)) : frozen
}

/**
 * [VF5] Every model that a true exemplar may be of, the present one first: minutes are drawn otherwise at each of their
 * steps, and what left before stays true. Refusals: those of `actModel`.
 */
export function actModels(
  reader: Reader,
  sessionId: string,
  document: ActKind,
  upTo: string | null = null,
): Result<readonly DocumentModel[]> {
  if (document !== 'minutes') {
    const model = actModel(reader, sessionId, document, upTo)
    return model.ok ? ok([model.value]) : model
  }
  const frozen = frozenFacts(reader, sessionId)
  if (!frozen.ok) return frozen
  const models: DocumentModel[] = []
  for (const standing of standingsSince(standingOf(reader, sessionId))) {
    const model = drawAct('minutes', frozen.value, standing)
    if (!model.ok) return model
    models.push(model.value)
  }
  return ok(models)
}

/** From facts that are at hand. Refusal: `document.missing-items`. */
export function drawAct(
  document: Exclude<ActKind, 'rectification'>,
  { facts, factsDigest }: { readonly facts: SessionFacts; readonly factsDigest: string },
  standing: MinutesState,
): Result<DocumentModel> {
  switch (document) {
    case 'minutes':
      return minutes(facts, factsDigest, standing)
    case 'ranking':
      return rankingTable(facts, factsDigest)
    case 'decision-record':
      return decisionRecord(facts, factsDigest)
  }
}

/** Where the minutes of a session stand. */
export const standingOf = (reader: Reader, sessionId: string): MinutesState =>
  reader.load('session', sessionId)?.state.minutes ?? draftMinutes
