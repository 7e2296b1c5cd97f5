import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { isInForce, type Recusal } from '#shared/domain/committee/committee.ts'
import type { RankingProposal } from '#shared/domain/decision/departureOf.ts'
import { rankingProposal } from '#shared/domain/decision/rankingProposal.ts'
import { isSealed } from '#shared/domain/session/isSealed.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'
import type { SessionBoard } from './sessionBoard.ts'

/** Each point as the room shows it, in the order of the agenda. While its marks are sealed, nothing that they decide is told. */
export function sessionItemViews(board: SessionBoard): readonly SessionItemView[] {
  const recusals = Map.groupBy(board.room.recusals, ({ candidatureId }) => candidatureId)
  return board.session.agenda.map((item) =>
    itemView(board, item, recusals.get(item.candidatureId ?? '') ?? []),
  )
}

function itemView(board: SessionBoard, item: AgendaItem, recusals: readonly Recusal[]): SessionItemView {
  const { session, room } = board
  const id = item.candidatureId ?? ''
  const candidature = board.candidatures.get(id)
  const dossier = board.dossiers.get(id)
  const row = board.rows.get(id)
  const sheets = board.sheets.get(id)
  const sealed = item.kind === 'candidature' && isSealed(session, item)
  const total = row?.score.total ?? null
  return {
    itemId: item.id,
    candidatureId: item.candidatureId,
    number: candidature?.number ?? null,
    title: dossier?.title ?? item.title,
    applicant: dossier?.applicant.name ?? '',
    requestedCents: candidature?.requestedCents ?? null,
    eligibleBaseCents: candidature?.eligibleBaseCents ?? null,
    rank: sealed ? null : (row?.rank ?? null),
    score: sealed || total === null ? null : toFixedHalfUp(total, 2),
    proposedCents: sealed || item.kind !== 'candidature' ? zeroCents : proposedCents(board, id),
    kind: item.kind,
    recusedIds: recusals.filter(isInForce).map(({ memberId }) => memberId),
    rankingAward: sealed ? null : (row?.award.status ?? null),
    heldAgainst:
      sealed || item.kind !== 'candidature' || candidature === undefined
        ? null
        : heldAgainst(board, candidature),
    minimumViableCents: candidature?.minimumViableCents ?? null,
    maximumUsefulCents: candidature?.maximumUsefulCents ?? null,
    isSealed: sealed,
    sheetsFiled: sheets?.filed.length ?? 0,
    sheetsExpected: sheets?.expected ?? 0,
    gapAlert: !sealed && (row?.score.gapAlert ?? false),
    tiedWith: sealed
      ? []
      : (row?.tiedWith ?? []).flatMap((other) => board.candidatures.get(other)?.number ?? []),
    quorum: itemQuorum(session, { ...room, recusals }, item.candidatureId),
  }
}

const heldAgainst = ({ call, ranked, scenario }: SessionBoard, candidature: Candidature): RankingProposal =>
  rankingProposal(candidature, {
    rules: call.rules,
    ranking: ranked?.ranking ?? null,
    adoptedScenario: scenario,
  })

/** The line of the adopted scenario; without one, what the ranking gives under the envelope. */
const proposedCents = ({ scenario, rows }: SessionBoard, candidatureId: string): Cents =>
  scenario === null
    ? (rows.get(candidatureId)?.award.amountCents ?? zeroCents)
    : (scenario.lines[candidatureId]?.amountCents ?? zeroCents)
