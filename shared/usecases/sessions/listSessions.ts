import type { SessionSummary } from '#shared/domain/session/sessionSummary.ts'
import type { Reader } from '../ports.ts'

/** The sessions of the file, newest date first. */
export const listSessions = (reader: Reader): readonly SessionSummary[] =>
  reader
    .all('session')
    .map((session) => ({
      id: session.id,
      callId: session.callId,
      callName: reader.load('call', session.callId)?.state.name ?? '',
      date: session.date,
      place: session.place,
      status: session.status,
      items: session.agenda.length,
      decided: session.agenda.filter(({ outcome }) => outcome !== null).length,
      number: session.closing?.number ?? null,
    }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1))
