import type { Mark } from '#shared/domain/grid/grid.ts'
import type { GuestSheet } from '../guestAnswers.ts'
import { type Called, writeSheet } from './guestCalls.ts'

/**
 * What was typed and that the room has not confirmed: kept in this browser, so that neither a cut nor a closed page loses
 * it, and sent again until the room answers.
 */
export interface PendingWrites {
  /** Whose they are from now on: what another person left in this browser waits for that person. */
  of(memberId: string): void
  /** The newest value of a criterion replaces the one that had not left. */
  put(candidatureId: string, criterionCode: string, mark: Mark | null): void
  on(candidatureId: string): ReadonlyMap<string, Mark | null>
  count(): number
  /** Sends everything, in the order typed. Answers false when the room was not reached, or nobody is known to it. */
  flush(): Promise<boolean>
  forget(): void
}

interface Waiting {
  readonly candidatureId: string
  readonly criterionCode: string
  readonly mark: Mark | null
}

export function pendingWrites(
  onAnswer: (candidatureId: string, answer: Called<GuestSheet>) => void,
): PendingWrites {
  let place = ''
  let waiting: readonly Waiting[] = []
  let flushing: Promise<boolean> | null = null
  const keep = (next: readonly Waiting[]): void => {
    waiting = next
    localStorage.setItem(place, JSON.stringify(next))
  }
  const isOf = (one: Waiting, candidatureId: string, criterionCode: string): boolean =>
    one.candidatureId === candidatureId && one.criterionCode === criterionCode

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
      waiting = read(place)
    },
    put: (candidatureId, criterionCode, mark) =>
      keep([
        ...waiting.filter((one) => !isOf(one, candidatureId, criterionCode)),
        { candidatureId, criterionCode, mark },
      ]),
    on: (candidatureId) =>
      new Map(
        waiting
          .filter((one) => one.candidatureId === candidatureId)
          .map(({ criterionCode, mark }) => [criterionCode, mark]),
      ),
    count: () => waiting.length,
    flush: () => {
      flushing ??= sendAll().finally(() => {
        flushing = null
      })
      return flushing
    },
    forget: () => {
      waiting = []
      localStorage.removeItem(place)
    },
  }
}

function read(place: string): readonly Waiting[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as Waiting[]) : []
  } catch {
    return []
  }
}
