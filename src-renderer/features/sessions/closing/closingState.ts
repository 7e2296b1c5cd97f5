import type { ClosingCheck } from '#shared/domain/session/closingCheck.ts'

/** [UI25] How many checks prevent the closing, and how many only wait for an explanation. */
export function closingState(
  checks: readonly ClosingCheck[],
  blockers: readonly string[],
): { readonly must: number; readonly explain: number; readonly isReady: boolean } {
  const open = checks.filter(({ state }) => state === 'open')
  const explain = open.filter(({ level }) => level === 'explain').length
  return { must: open.length - explain, explain, isReady: open.length === 0 && blockers.length === 0 }
}
