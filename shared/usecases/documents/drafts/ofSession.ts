import type { DocumentDraft, Making } from '#shared/domain/documents/draft.ts'
import type { FollowUpFacts } from '#shared/domain/documents/follow-up/followUpFacts.ts'
import type { ActKind, DocumentModel, PaperKind } from '#shared/domain/documents/model.ts'
import type { FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { actModel, drawAct, standingOf } from '../actModel.ts'
import { communicableDrafts } from '../disclosure/communicableDrafts.ts'
import type { DraftRequest } from '../draftOf.ts'
import { sessionPaper } from '../makeSessionPaper.ts'
import { letterheadFields } from './letterheadFields.ts'
import { type DraftPlace, type Maker, makingOf } from './maker.ts'

/** A document of a closed session, whole or as anyone may be given it (CRPA L311-6). */
export const act = (document: Exclude<ActKind, 'rectification'>): Maker =>
  ofSession((sessionId, { sources, digest }, { reading, shown = [] }) => {
    if (reading === 'communicable') {
      const communicable = communicableDrafts(sources, digest, { sessionId, shown })
      return communicable.ok ? communicable.value.draft(document) : communicable
    }
    const followed = sources.followUp(sessionId)
    if (!followed.ok) return followed
    const { session: facts, sessionDigest: factsDigest } = followed.value
    return drafted(
      drawAct(document, { facts, factsDigest }, standingOf(sources.reader, sessionId)),
      sources.fieldsOf(followed.value),
    )
  })

export const rectifications: Maker = ofSession((sessionId, { sources, digest }, { reading, shown = [] }) => {
  if (reading === 'communicable') {
    const communicable = communicableDrafts(sources, digest, { sessionId, shown })
    return communicable.ok ? communicable.value.draft('rectification') : communicable
  }
  const followed = sources.followUp(sessionId)
  return followed.ok
    ? drafted(actModel(sources.reader, sessionId, 'rectification'), sources.fieldsOf(followed.value))
    : followed
})

/** What follows a closing: drawn from its frozen facts, the letterhead, and the act once it is known. */
export const followUp = (draw: (facts: FollowUpFacts, making: Making) => Result<DocumentDraft>): Maker =>
  ofSession((sessionId, place, request) => {
    const facts = place.sources.followUp(sessionId)
    return facts.ok ? draw(facts.value, makingOf(place, request, facts.value)) : facts
  })

/** A paper of the session as it is now: nothing freezes it [PA1]. */
export const paper = (document: PaperKind): Maker =>
  ofSession((sessionId, { sources, digest }, { madeAt }) => {
    const model = sessionPaper(sources.reader, digest, { sessionId, document, madeAt })
    if (!model.ok) return model
    const followed = sources.followUp(sessionId)
    const fields = followed.ok
      ? sources.fieldsOf(followed.value)
      : letterheadFields(sources.reader, sessionId, madeAt.slice(0, 10))
    return ok({ model: model.value, fields })
  })

/** What the communicable reading masks, for a human to confirm. */
export const disclosureLog: Maker = ofSession((sessionId, { sources, digest }, { shown = [], madeAt }) => {
  const communicable = communicableDrafts(sources, digest, { sessionId, shown })
  return communicable.ok ? ok(communicable.value.log(madeAt)) : communicable
})

/** Runs `make` with the session that the request names, or refuses `input.invalid`. */
function ofSession(
  make: (sessionId: string, place: DraftPlace, request: DraftRequest) => Result<DocumentDraft>,
): Maker {
  return (place, request) =>
    request.sessionId === null
      ? refuse('input.invalid', { reason: 'ce document est celui d’une séance : il faut la choisir' })
      : make(request.sessionId, place, request)
}

const drafted = (model: Result<DocumentModel>, fields: FieldRecord): Result<DocumentDraft> =>
  model.ok ? ok({ model: model.value, fields }) : model
