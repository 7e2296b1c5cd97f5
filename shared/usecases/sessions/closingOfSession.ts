import { departureOf } from '#shared/domain/decision/departureOf.ts'
import { rankingProposal } from '#shared/domain/decision/rankingProposal.ts'
import type { ClosingCheck } from '#shared/domain/session/closingCheck.ts'
import { closingChecks } from '#shared/domain/session/closingChecks.ts'
import { missingInWords } from '#shared/domain/session/missingInWords.ts'
import type { CallReader, Digest } from '../ports.ts'
import { factsOfSession } from './factsOfSession.ts'
import type { SessionBoard } from './sessionBoard.ts'

/** The check list of an open session, with what its minutes would lack. */
export const closingOfSession = (
  reader: CallReader,
  digest: Digest,
  board: SessionBoard,
): readonly ClosingCheck[] =>
  closingChecks({
    session: board.session,
    members: board.room.members,
    recusals: board.room.recusals,
    rules: board.call.rules,
    candidatures: board.candidatures,
    ranking: board.ranked?.ranking ?? null,
    sheets: board.sheets,
    balance: board.balance,
    notice: board.notice,
    departingIds: departingIds(board),
    missing: missingOf(reader, digest, board),
  })

/** Candidatures decided against the adopted scenario, or else against the ranking, and the rules of amounts. */
export function departingIds({
  session,
  candidatures,
  call,
  scenario,
  ranked,
}: SessionBoard): ReadonlySet<string> {
  const ranking = ranked?.ranking ?? null
  return new Set(
    session.agenda.flatMap(({ kind, candidatureId, outcome }) => {
      const candidature = candidatures.get(candidatureId ?? '')
      if (kind !== 'candidature' || candidature === undefined || outcome === null) return []
      const proposal = rankingProposal(candidature, {
        rules: call.rules,
        ranking,
        adoptedScenario: scenario,
      })
      return departureOf(outcome, proposal) === null ? [] : candidature.id
    }),
  )
}

/** French clauses. Number and hour are given by the closing itself: any will do to see what else is missing. */
function missingOf(reader: CallReader, digest: Digest, board: SessionBoard): readonly string[] {
  const facts = factsOfSession(reader, digest, board, { number: 'PV', closedAt: '23:59' }, {}, board.ranked)
  if (facts.ok) return []
  const { missing, items } = facts.refusal.details
  if (Array.isArray(missing)) return missing.filter((problem) => problem !== 'outcomes').map(missingInWords)
  return Array.isArray(items) ? items.map((item) => `il manque ${item}`) : []
}
