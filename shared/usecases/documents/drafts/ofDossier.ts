import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import type { DocumentDraft, Making } from '#shared/domain/documents/draft.ts'
import type { Reading } from '#shared/domain/documents/model.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import { type Maker, makingOf } from './maker.ts'

/** A document of one candidature. */
export const ofDossier =
  (draw: (facts: DossierFacts, making: Making, reading: Reading) => Result<DocumentDraft>): Maker =>
  (place, request) => {
    const { candidatureId, sessionId, madeAt } = request
    if (candidatureId === null)
      return refuse('input.invalid', {
        reason: 'ce document est celui d’une candidature : il faut la choisir',
      })
    const facts = place.sources.dossier({ candidatureId, sessionId, madeOn: madeAt.slice(0, 10) })
    return facts.ok ? draw(facts.value, makingOf(place, request, facts.value), request.reading) : facts
  }
