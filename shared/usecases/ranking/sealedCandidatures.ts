import { isSealed } from '#shared/domain/session/isSealed.ts'
import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { CallReader } from '../ports.ts'

/**
 * Candidatures of the call whose marks nobody may read now ([SC9]). Through the eyes of a member, every candidature that
 * was not revealed or decided in a session is one: marks of the others are shown together or not at all (P2).
 */
export function sealedCandidatures(reader: CallReader, callId: string): ReadonlySet<string> {
  const points = reader
    .all('session')
    .filter((session) => session.callId === callId)
    .flatMap((session) =>
      session.agenda.flatMap((item) =>
        item.candidatureId === null ? [] : { session, item, candidatureId: item.candidatureId },
      ),
    )
  const sealed = new Set(
    points.flatMap(({ session, item, candidatureId }) => (isSealed(session, item) ? candidatureId : [])),
  )
  if (reader.viewerId === undefined) return sealed
  const shown = new Set(
    points.flatMap(({ item, candidatureId }) => (areMarksShown(item) ? candidatureId : [])),
  )
  return new Set(
    reader
      .candidaturesOfCall(callId)
      .map(({ candidature }) => candidature.id)
      .filter((id) => sealed.has(id) || !shown.has(id)),
  )
}

/** Every member may read the marks of the point. A deferred one will be marked again. */
const areMarksShown = ({ kind, marksRevealedAt, outcome }: AgendaItem): boolean =>
  kind === 'candidature' && (marksRevealedAt !== null || (outcome !== null && outcome.opinion !== 'deferred'))
