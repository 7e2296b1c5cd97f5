import { departureOf } from '#shared/domain/decision/departureOf.ts'
import { awardBounds } from '#shared/domain/envelope/awardBounds.ts'
import type { ClosingCheck } from '#shared/domain/session/closingCheck.ts'
import { closingChecks } from '#shared/domain/session/closingChecks.ts'
import { missingInWords } from '#shared/domain/session/missingInWords.ts'
import { zeroCents } from '#shared/kernel/cents.ts'
import type { Digest, Reader } from '../ports.ts'
import { factsOfSession } from './factsOfSession.ts'
import type { SessionBoard } from './sessionBoard.ts'

/** The check list of an open session, with what its minutes would lack. */
export const closingOfSession = (
  reader: Reader,
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
  rows,
  candidatures,
  call,
  scenario,
  ranked,
}: SessionBoard): ReadonlySet<string> {
  const isRanked = (ranked?.ranking.rows ?? []).some(({ rank }) => rank !== null)
  return new Set(
    session.agenda.flatMap(({ kind, candidatureId, outcome }) => {
      if (kind !== 'candidature' || candidatureId === null || outcome === null) return []
      const candidature = candidatures.get(candidatureId)
      const row = isRanked ? rows.get(candidatureId) : undefined
      const line = scenario?.lines[candidatureId]
      const lineCents = line?.amountCents ?? zeroCents
      const bounds = candidature && awardBounds(call.rules, { ...candidature, minimumViableCents: null })
      const departure = departureOf(outcome, {
        status: scenario === null ? (row?.award.status ?? null) : lineCents > 0 ? 'within' : 'waiting',
        amountCents: scenario === null ? (row?.award.amountCents ?? zeroCents) : lineCents,
        // What an adopted scenario gives beyond the rules, it said why.
        fullAwardCents: bounds && lineCents <= bounds.mostCents ? bounds.mostCents : null,
      })
      return departure === null ? [] : candidatureId
    }),
  )
}

/** French clauses. Number and hour are given by the closing itself: any will do to see what else is missing. */
function missingOf(reader: Reader, digest: Digest, board: SessionBoard): readonly string[] {
  const facts = factsOfSession(reader, digest, board, { number: 'PV', closedAt: '23:59' }, {}, board.ranked)
  if (facts.ok) return []
  const { missing, items } = facts.refusal.details
  if (Array.isArray(missing)) return missing.filter((problem) => problem !== 'outcomes').map(missingInWords)
  return Array.isArray(items) ? items.map((item) => `il manque ${item}`) : []
}
