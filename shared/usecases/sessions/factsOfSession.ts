import { checkNotice } from '#shared/domain/committee/checkNotice.ts'
import { missingItems } from '#shared/domain/documents/missingItems.ts'
import { awardedCents } from '#shared/domain/envelope/awardedCents.ts'
import { gridContent } from '#shared/domain/grid/gridContent.ts'
import { buildSessionFacts } from '#shared/domain/session/buildSessionFacts.ts'
import type { FactsInput } from '#shared/domain/session/factsInput.ts'
import { firstConvocationDate } from '#shared/domain/session/secondConvocation.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { canonicalJson } from '#shared/kernel/canonicalJson.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { committeeId } from '../people/committee.ts'
import type { CallReader, Digest } from '../ports.ts'
import { type CallRanking, rankingOfCall } from '../ranking/rankingOfCall.ts'
import type { SessionPlace } from './roomOf.ts'

/**
 * The facts of an open session as they would be frozen now; `also`: what other rules say of it, told when given. Refusals: those of `buildSessionFacts`, and
 * `document.missing-items` when the minutes could not be made of them: afterwards it would be too late to complete.
 */
export function factsOfSession(
  reader: CallReader,
  digest: Digest,
  { session, call, room }: SessionPlace,
  closing: { readonly number: string; readonly closedAt: string },
  also: Pick<FactsInput, 'notice' | 'openChecks' | 'corrections' | 'scenario' | 'departingIds'> = {},
  ranked: CallRanking | null = rankingOrNull(reader, call.id),
): Result<SessionFacts> {
  const committee = loadOrRefuse(reader, 'committee', committeeId)
  if (!committee.ok) return committee
  const entries = reader.candidaturesOfCall(call.id)
  const grid = ranked?.input.grid ?? null
  const otherSessions = reader
    .all('session')
    .filter(({ id, callId }) => callId === call.id && id !== session.id)
  const facts = buildSessionFacts({
    committee: committee.value,
    members: room.members,
    call,
    grid: grid && { grid, contentHash: digest.sha256Hex(canonicalJson(gridContent(grid))) },
    candidatures: entries.map(({ candidature }) => candidature),
    dossiers: entries.map(({ dossier }) => dossier),
    recusals: room.recusals,
    ranking: ranked?.ranking ?? null,
    session,
    number: closing.number,
    closedAt: closing.closedAt,
    firstConvocationDate: session.secondConvocation ? firstConvocationDate(session, otherSessions) : null,
    awardedElsewhereCents: awardedCents(otherSessions),
    ...(ranked === null ? {} : { sheets: ranked.input.sheets }),
    ...elsewhere(otherSessions, entries),
    notice: checkNotice(committee.value.noticeRule, session.convocation?.date ?? null, session.date),
    scenario: reader.all('scenario').find(({ adoptedIn }) => adoptedIn === session.id) ?? null,
    ...also,
    annexes: [{ title: 'Tableau de classement', sha256: null }],
  })
  if (!facts.ok) return facts
  const items = missingItems(facts.value)
  return items.length > 0 ? refuse('document.missing-items', { items }) : facts
}

/** What the other sessions of the call already gave and already put on the waiting list. */
function elsewhere(
  sessions: readonly Session[],
  entries: ReturnType<CallReader['candidaturesOfCall']>,
): Required<Pick<FactsInput, 'givenElsewhere' | 'waitingElsewhere'>> {
  const known = new Map(entries.map((entry) => [entry.candidature.id, entry]))
  const decided = sessions.flatMap(({ agenda }) =>
    agenda.flatMap(({ candidatureId, outcome }) =>
      candidatureId === null || outcome === null ? [] : { candidatureId, outcome },
    ),
  )
  return {
    givenElsewhere: decided.flatMap(({ candidatureId, outcome }) => {
      const entry = known.get(candidatureId)
      if (outcome.amountCents === null || outcome.amountCents === 0) return []
      return {
        facts: {
          theme: entry?.candidature.theme ?? '',
          departmentCode: entry?.dossier.applicant.department?.code ?? null,
        },
        amountCents: outcome.amountCents,
        funding: outcome.funding,
      }
    }),
    waitingElsewhere: decided
      .filter(({ outcome }) => outcome.waitingList)
      .map(({ candidatureId }) => candidatureId)
      .filter(
        (id) =>
          !decided.some(
            ({ candidatureId, outcome }) =>
              candidatureId === id &&
              !outcome.waitingList &&
              outcome.amountCents !== null &&
              outcome.amountCents > 0,
          ),
      ),
  }
}

function rankingOrNull(reader: CallReader, callId: string): CallRanking | null {
  const ranked = rankingOfCall(reader, callId)
  return ranked.ok ? ranked.value : null
}
