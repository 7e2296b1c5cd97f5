import type { InputOf } from '#shared/contract/contract.ts'
import type { Answer } from './seat.ts'

type Mark = InputOf<'sheet.mark'>['mark']

/** What was acknowledged to whoever wrote it: what must be found again, whatever happened since. */
export interface Ledger {
  /** An act on one thing of one author: `what` is where it is read again, `value` what is read there. */
  note(what: string, value: unknown, answer: Answer<unknown>): void
  /** For each thing, the values that may be read: the last acknowledged, or one whose answer never came since. */
  expected(): ReadonlyMap<string, readonly string[]>
  told(): {
    readonly acknowledged: number
    readonly refused: ReadonlyMap<string, number>
    readonly unknown: number
  }
}

export function ledger(): Ledger {
  const expected = new Map<string, string[]>()
  const refused = new Map<string, number>()
  let acknowledged = 0
  let unknown = 0
  return {
    note: (what, value, answer) => {
      const text = canonical(value)
      if (answer === 'unknown') {
        unknown++
        expected.set(what, [...(expected.get(what) ?? [nothing]), text])
      } else if (answer.ok) {
        acknowledged++
        expected.set(what, [text])
      } else refused.set(answer.refusal.code, (refused.get(answer.refusal.code) ?? 0) + 1)
    },
    expected: () => expected,
    told: () => ({ acknowledged, refused, unknown }),
  }
}

/** JSON whose keys are in one order. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** What is read where nothing was ever acknowledged. */
export const nothing = 'null'

export const markOf = (points: number, comment: string): NonNullable<Mark> => ({
  kind: 'value',
  hundredths: points * 100,
  comment,
})
