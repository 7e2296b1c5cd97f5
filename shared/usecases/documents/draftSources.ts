import { type DossierFacts, dossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import type { FollowUpFacts } from '#shared/domain/documents/follow-up/followUpFacts.ts'
import { followUpFields } from '#shared/domain/documents/follow-up/followUpFields.ts'
import type { FrozenRectification } from '#shared/domain/documents/rectification.ts'
import type { FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import { awardTermsOf } from '#shared/domain/instruction/awardTermsOf.ts'
import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import { blankIssuer } from '#shared/domain/issuer/issuer.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { issuerId } from '../issuer/issuerOf.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { committeeId } from '../people/committee.ts'
import type { Digest, Reader } from '../ports.ts'
import { type CallRanking, rankingOfCall } from '../ranking/rankingOfCall.ts'
import { readOnce } from '../readOnce.ts'
import { dossierMarks } from './dossierMarks.ts'
import { frozenFacts } from './frozenFacts.ts'
import { frozenRectifications } from './frozenRectifications.ts'

/** The facts that documents are made from, each read and computed once, however many documents ask for it. */
export interface DraftSources {
  readonly reader: Reader
  frozen(sessionId: string): Result<{ readonly facts: SessionFacts; readonly factsDigest: string }>
  followUp(sessionId: string): Result<FollowUpFacts>
  /**
   * `sessionId` null: the last closed session that examined it, if any. `madeOn`: ISO date. Refusals: `entity.missing`,
   * `document.not-for-this` when the session did not examine it, those of `frozenFacts`.
   */
  dossier(of: DossierRequest): Result<DossierFacts>
  /** SHA-256 hex of the canonical JSON of facts that came from here. */
  digestOf(facts: object, digest: Digest): string
  /** What a template may print of facts that came from here. */
  fieldsOf(facts: FollowUpFacts): FieldRecord
}

interface DossierRequest {
  readonly candidatureId: string
  readonly sessionId: string | null
  readonly madeOn: string
}

/** For the time of one view or of one batch: what is written meanwhile is not seen. */
export function draftSources(file: Reader): DraftSources {
  const reader = readOnce(file)
  const known = new Map<string, unknown>()
  const digests = new WeakMap<object, string>()
  const fields = new WeakMap<FollowUpFacts, FieldRecord>()
  const once = <T>(key: string, make: () => T): T => {
    if (!known.has(key)) known.set(key, make())
    return known.get(key) as T
  }
  const frozen: DraftSources['frozen'] = (sessionId) =>
    once(`frozen/${sessionId}`, () => frozenFacts(reader, sessionId))
  const rectifications = (sessionId: string): Result<readonly FrozenRectification[]> =>
    once(`rectifications/${sessionId}`, () => frozenRectifications(reader, sessionId, null))
  const ranking = (callId: string): CallRanking | null =>
    once(`ranking/${callId}`, () => {
      const ranked = rankingOfCall(reader, callId)
      return ranked.ok ? ranked.value : null
    })
  const rows = (callId: string) =>
    once(
      `rows/${callId}`,
      () => new Map(ranking(callId)?.ranking.rows.map((row) => [row.candidatureId, row] as const)),
    )
  const sheets = (callId: string) =>
    once(`sheets/${callId}`, () =>
      Map.groupBy(ranking(callId)?.input.sheets ?? [], ({ candidatureId }) => candidatureId),
    )
  const marksOf = (callId: string, candidatureId: string): DossierFacts['marks'] => {
    const ranked = ranking(callId)
    const row = rows(callId).get(candidatureId)
    return ranked === null || row === undefined
      ? null
      : dossierMarks(ranked, row, sheets(callId).get(candidatureId) ?? [])
  }
  const issuer = () => reader.load('issuer', issuerId)?.state ?? null
  const sessionOf = (candidatureId: string, sessionId: string | null): Result<Session | null> => {
    if (sessionId === null) return ok(lastExamining(reader, candidatureId))
    const session = loadOrRefuse(reader, 'session', sessionId)
    if (!session.ok) return session
    if (session.value.closing === null) return refuse('session.not-closed')
    return examines(session.value, candidatureId)
      ? session
      : refuse('document.not-for-this', { reason: 'la séance n’a pas examiné cette candidature' })
  }

  return {
    reader,
    frozen,
    followUp: (sessionId) => once(`follow-up/${sessionId}`, () => followUpOf(sessionId)),
    dossier: (of) => once(`dossier/${of.candidatureId}/${of.sessionId}/${of.madeOn}`, () => dossierOf(of)),
    digestOf: (facts, digest) => {
      const made = digests.get(facts) ?? digest.sha256Hex(canonicalJson(facts as Json))
      digests.set(facts, made)
      return made
    },
    fieldsOf: (facts) => {
      const made = fields.get(facts) ?? followUpFields(facts)
      fields.set(facts, made)
      return made
    },
  }

  function followUpOf(sessionId: string): Result<FollowUpFacts> {
    const session = frozen(sessionId)
    if (!session.ok) return session
    const acts = rectifications(sessionId)
    if (!acts.ok) return acts
    const { facts, factsDigest } = session.value
    const { id: _issuer, ...letterhead } = issuer() ?? { id: '', ...blankIssuer }
    return ok({
      format: 1,
      issuer: letterhead,
      session: facts,
      sessionDigest: factsDigest,
      rectifications: acts.value.map(({ facts: { number, date, item, after } }) => ({
        number,
        date,
        item,
        after,
      })),
      act: reader.load('session', sessionId)?.state.act ?? null,
      budgetLines: budgetLines(reader, sessionId),
    })
  }

  function dossierOf({ candidatureId, sessionId, madeOn }: DossierRequest): Result<DossierFacts> {
    const candidature = loadOrRefuse(reader, 'candidature', candidatureId)
    if (!candidature.ok) return candidature
    const dossier = loadOrRefuse(reader, 'dossier', candidature.value.dossierId)
    if (!dossier.ok) return dossier
    const call = loadOrRefuse(reader, 'call', candidature.value.callId)
    if (!call.ok) return call
    const session = sessionOf(candidatureId, sessionId)
    if (!session.ok) return session
    const closed = session.value === null ? ok(null) : closedFacts(session.value.id)
    if (!closed.ok) return closed
    return ok(
      dossierFacts({
        issuer: issuer(),
        committee: reader.load('committee', committeeId)?.state ?? null,
        call: call.value,
        candidature: candidature.value,
        dossier: dossier.value,
        instruction: reader.load('instruction', candidatureId)?.state ?? null,
        session: closed.value,
        act: session.value?.act ?? null,
        marks: marksOf(call.value.id, candidatureId),
        madeOn,
      }),
    )
  }

  function closedFacts(sessionId: string) {
    const session = frozen(sessionId)
    if (!session.ok) return session
    const acts = rectifications(sessionId)
    if (!acts.ok) return acts
    return ok({
      facts: session.value.facts,
      digest: session.value.factsDigest,
      rectifications: acts.value.map(({ facts }) => facts),
    })
  }
}

const examines = ({ agenda }: Session, candidatureId: string): boolean =>
  agenda.some((item) => item.kind === 'candidature' && item.candidatureId === candidatureId)

/** The last closed session that examined a candidature; null when none did. */
export const lastExamining = (reader: Reader, candidatureId: string): Session | null =>
  reader
    .all('session')
    .filter((session) => session.closing !== null && examines(session, candidatureId))
    .toSorted((a, b) => (`${a.date}T${a.closedAt}` < `${b.date}T${b.closedAt}` ? -1 : 1))
    .at(-1) ?? null

/** By number of candidature: the budget line of its instruction, else that of its call. */
function budgetLines(reader: Reader, sessionId: string): Readonly<Record<string, string>> {
  const agenda = reader.load('session', sessionId)?.state.agenda ?? []
  return Object.fromEntries(
    agenda.flatMap(({ candidatureId }) => {
      const candidature = candidatureId === null ? null : reader.load('candidature', candidatureId)?.state
      const call = candidature ? reader.load('call', candidature.callId)?.state : undefined
      if (!candidature || call === undefined) return []
      const own = reader.load('instruction', candidature.id)?.state ?? blankInstruction(candidature.id)
      const { budgetLine } = awardTermsOf(call, own.award)
      return budgetLine === '' ? [] : [[String(candidature.number), budgetLine] as const]
    }),
  )
}
