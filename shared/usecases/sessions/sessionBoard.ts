import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { checkNotice } from '#shared/domain/committee/checkNotice.ts'
import type { Committee } from '#shared/domain/committee/committee.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { type EnvelopeBalance, envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import { givenBySessions } from '#shared/domain/envelope/givenBySessions.ts'
import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import type { RankedCandidature } from '#shared/domain/ranking/ranking.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { NoticeVerdict } from '#shared/domain/session/sessionView.ts'
import { type SheetCount, sheetCounts } from '#shared/domain/session/sheetCounts.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { committeeId } from '../people/committee.ts'
import type { CallReader } from '../ports.ts'
import { type CallRanking, rankingOfCall } from '../ranking/rankingOfCall.ts'
import { type SessionPlace, sessionPlace } from './roomOf.ts'

/** A session with everything around it, read and computed once: the room, the wall and the closing draw from it. */
export interface SessionBoard extends SessionPlace {
  readonly committee: Committee
  /** Of the call, this one included. */
  readonly sessions: readonly Session[]
  /** Null when the call has no grid fit for marking. */
  readonly ranked: CallRanking | null
  /** By candidature id. */
  readonly rows: ReadonlyMap<string, RankedCandidature>
  readonly candidatures: ReadonlyMap<string, Candidature>
  readonly dossiers: ReadonlyMap<string, Dossier>
  readonly sheets: ReadonlyMap<string, SheetCount>
  readonly balance: EnvelopeBalance
  readonly notice: NoticeVerdict
  /** The scenario of the call that was adopted. */
  readonly scenario: Scenario | null
}

/** Refusals: those of `sessionPlace`. */
export function sessionBoard(reader: CallReader, sessionId: string): Result<SessionBoard> {
  const place = sessionPlace(reader, sessionId)
  if (!place.ok) return place
  const committee = loadOrRefuse(reader, 'committee', committeeId)
  if (!committee.ok) return committee
  const { session, call, room } = place.value
  const ranking = rankingOfCall(reader, call.id)
  const ranked = ranking.ok ? ranking.value : null
  const entries = reader.candidaturesOfCall(call.id)
  const candidatures = new Map(entries.map(({ candidature }) => [candidature.id, candidature]))
  const dossiers = new Map(entries.map(({ candidature, dossier }) => [candidature.id, dossier]))
  const sessions = reader.all('session').filter(({ callId }) => callId === call.id)
  const given = givenBySessions(sessions, (id) => ({
    theme: candidatures.get(id ?? '')?.theme ?? '',
    departmentCode: dossiers.get(id ?? '')?.applicant.department?.code ?? null,
  }))
  return ok({
    ...place.value,
    committee: committee.value,
    sessions,
    ranked,
    rows: new Map((ranked?.ranking.rows ?? []).map((row) => [row.candidatureId, row])),
    candidatures,
    dossiers,
    sheets: sheetCounts({
      agenda: session.agenda,
      members: room.members,
      recusals: room.recusals,
      // All of them: sealed ones are counted, never read.
      sheets: reader.sheetsOfCall(call.id),
      gridId: ranked?.input.grid.id ?? null,
      aggregation: call.rules.aggregation,
    }),
    balance: envelopeBalance(call.rules, given),
    notice: checkNotice(committee.value.noticeRule, session.convocation?.date ?? null, session.date),
    scenario:
      reader.all('scenario').find(({ callId, status }) => callId === call.id && status === 'adopted') ?? null,
  })
}
