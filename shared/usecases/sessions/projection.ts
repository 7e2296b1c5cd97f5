import { awardedCents } from '#shared/domain/envelope/awardedCents.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import {
  firstProjection,
  type Projection,
  projectedContents,
  projectionLevels,
} from '#shared/domain/session/projection.ts'
import { projectionOf } from '#shared/domain/session/projectionOf.ts'
import type { ProjectionView } from '#shared/domain/session/projectionView.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { CommitteeFile } from '../ports.ts'
import { readOnce } from '../readOnce.ts'
import { sessionBoard } from './sessionBoard.ts'
import { sessionItemViews } from './sessionItemView.ts'

/** What the wall shows of a session now. Refusals: those of `sessionBoard`. */
export function viewProjection(file: CommitteeFile, input: { sessionId: string }): Result<ProjectionView> {
  const loaded = sessionBoard(readOnce(file), input.sessionId)
  if (!loaded.ok) return loaded
  const board = loaded.value
  const { session, room, call, rows } = board
  const source = {
    session,
    committee: board.committee,
    items: sessionItemViews(board),
    quorum: itemQuorum(session, room, null),
    envelope: {
      totalCents: call.rules.envelopeCents,
      awardedCents: awardedCents(board.sessions),
      remainingCents: board.remainingWithout(null),
    },
    sheetTotals: (candidatureId: string) =>
      (rows.get(candidatureId)?.score.sheets ?? []).flatMap(({ excluded, total }) =>
        excluded === null && total !== null ? toFixedHalfUp(total, 2) : [],
      ),
  }
  return ok(projectionOf(source, projectionSent(file, input.sessionId)))
}

/**
 * Sends something else to the wall. It is no act of the meeting: unsigned, outside history and « Annuler », kept in the
 * file so that the wall comes back as it was after a crash. Refusal: `entity.missing`.
 */
export function sendToWall(
  file: CommitteeFile,
  { sessionId, content, level }: { sessionId: string } & Projection,
): Result<null> {
  const session = loadOrRefuse(file, 'session', sessionId)
  if (!session.ok) return session
  file.remember(placeOf(sessionId), `${content} ${level}`)
  return ok(null)
}

function projectionSent(file: CommitteeFile, sessionId: string): Projection {
  const [kept, keptLevel] = (file.recall(placeOf(sessionId)) ?? '').split(' ')
  const content = projectedContents.find((one) => one === kept)
  const level = projectionLevels.find((one) => one === keptLevel)
  // A place that cannot be read shows less rather than more.
  if (content === undefined) return firstProjection
  return { content, level: level ?? 'numbers' }
}

const placeOf = (sessionId: string): string => `projection/${sessionId}`
