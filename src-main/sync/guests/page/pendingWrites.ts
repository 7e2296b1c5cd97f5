import type { Mark } from '#shared/domain/grid/grid.ts'
import type { GuestSheet } from '../guestAnswers.ts'
import { type Called, writeSheet } from './guestCalls.ts'

/**
 * What was typed and that the room has not confirmed: kept in this browser, so that neither a cut nor a closed page loses
 * it, and sent again until the room answers. A comment whose mark is not chosen yet is kept beside, and leaves with it.
 */
export interface PendingWrites {
  /** Whose they are from now on: what another person left in this browser waits for that person. */
  of(memberId: string): void
  /** The newest value of a criterion replaces the one that had not left. */
  put(candidatureId: string, criterionCode: string, mark: Mark | null): void
  /** A comment without a mark, kept in place of the one before; empty: none. */
  keepComment(candidatureId: string, criterionCode: string, comment: string): void
  on(candidatureId: string): Typed
  /** How many wait to leave: comments without a mark do not. */
  count(): number
  commentCount(): number
  /** Sends everything, in the order typed. Answers false when the room was not reached, or nobody is known to it. */
  flush(): Promise<boolean>
  forget(): void
}

/** What was typed on one sheet, by criterion. */
export interface Typed {
  readonly marks: ReadonlyMap<string, Mark | null>
  /** Those that wait for their mark. */
  readonly comments: ReadonlyMap<string, string>
}

interface OfCriterion {
  readonly candidatureId: string
  readonly criterionCode: string
}
interface Waiting extends OfCriterion {
  readonly mark: Mark | null
}
interface Comment extends OfCriterion {
  readonly comment: string
}

export function pendingWrites(
  onAnswer: (candidatureId: string, answer: Called<GuestSheet>) => void,
): PendingWrites {
  let place = ''
  let waiting: readonly Waiting[] = []
  let comments: readonly Comment[] = []
  let flushing: Promise<boolean> | null = null
  const keep = (next: readonly Waiting[]): void => {
    waiting = next
    localStorage.setItem(place, JSON.stringify(next))
  }
  const commentsPlace = (): string => `${place}/comments`
  const without = <T extends OfCriterion>(all: readonly T[], candidatureId: string, criterionCode: string) =>
    all.filter((one) => one.candidatureId !== candidatureId || one.criterionCode !== criterionCode)
  const keepComment: PendingWrites['keepComment'] = (candidatureId, criterionCode, comment) => {
    const added = comment === '' ? [] : [{ candidatureId, criterionCode, comment }]
    comments = [...without(comments, candidatureId, criterionCode), ...added]
    localStorage.setItem(commentsPlace(), JSON.stringify(comments))
  }

  async function sendAll(): Promise<boolean> {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const sent = next
      const { candidatureId, criterionCode, mark } = sent
      const answer = await writeSheet(candidatureId, 'mark', { criterionCode, mark })
      if (answer.kind === 'away' || answer.kind === 'out') return false
      // What was typed meanwhile on the same criterion took its place, and is sent in its turn.
      keep(waiting.filter((one) => one !== sent))
      onAnswer(candidatureId, answer)
    }
    return true
  }

  return {
    of: (memberId) => {
      place = `delibere-pending/${memberId}`
      waiting = read<Waiting>(place)
      comments = read<Comment>(commentsPlace())
    },
    put: (candidatureId, criterionCode, mark) => {
      keep([...without(waiting, candidatureId, criterionCode), { candidatureId, criterionCode, mark }])
      if (mark !== null) keepComment(candidatureId, criterionCode, '')
    },
    keepComment,
    on: (candidatureId) => ({
      marks: onSheet(waiting, candidatureId, ({ mark }) => mark),
      comments: onSheet(comments, candidatureId, ({ comment }) => comment),
    }),
    count: () => waiting.length,
    commentCount: () => comments.length,
    flush: () => {
      flushing ??= sendAll().finally(() => {
        flushing = null
      })
      return flushing
    },
    forget: () => {
      waiting = []
      comments = []
      localStorage.removeItem(place)
      localStorage.removeItem(commentsPlace())
    },
  }
}

const onSheet = <T extends OfCriterion, V>(
  all: readonly T[],
  candidatureId: string,
  valueOf: (one: T) => V,
): ReadonlyMap<string, V> =>
  new Map(
    all.filter((one) => one.candidatureId === candidatureId).map((one) => [one.criterionCode, valueOf(one)]),
  )

function read<T>(place: string): readonly T[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as T[]) : []
  } catch {
    return []
  }
}
