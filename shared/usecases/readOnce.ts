import type { CallReader } from './ports.ts'

/**
 * The same reader for the time of one view: what several of its parts ask for is read from the file once. Never for an
 * act, which must see what it has just written.
 */
export function readOnce<R extends CallReader>(reader: R): R {
  const known = new Map<string, unknown>()
  const once = <T>(key: string, read: () => T): T => {
    if (!known.has(key)) known.set(key, read())
    return known.get(key) as T
  }
  return {
    ...reader,
    load: (kind, id) => once(`load/${kind}/${id}`, () => reader.load(kind, id)),
    all: (kind) => once(`all/${kind}`, () => reader.all(kind)),
    candidaturesOfCall: (callId) => once(`candidatures/${callId}`, () => reader.candidaturesOfCall(callId)),
    sheetsOfCall: (callId) => once(`sheets/${callId}`, () => reader.sheetsOfCall(callId)),
    recusalsOfCall: (callId) => once(`recusals/${callId}`, () => reader.recusalsOfCall(callId)),
  }
}
