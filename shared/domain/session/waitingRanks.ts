import type { FactsInput } from './factsInput.ts'

/**
 * Place of each candidature on the waiting list of the call, from 1, in the order of the ranking then of the numbers:
 * whom money that frees goes to first. Candidatures without rank come last.
 */
export function waitingRanks(
  input: Pick<FactsInput, 'session' | 'candidatures' | 'ranking' | 'waitingElsewhere'>,
): ReadonlyMap<string, number> {
  const waiting = new Set(input.waitingElsewhere ?? [])
  for (const { candidatureId, outcome } of input.session.agenda) {
    if (candidatureId === null || outcome === null) continue
    if (outcome.waitingList) waiting.add(candidatureId)
    // Served here after having waited since an earlier session.
    else waiting.delete(candidatureId)
  }
  const rows = input.ranking?.rows ?? []
  const place = new Map(
    rows.filter(({ rank }) => rank !== null).map((row, index) => [row.candidatureId, index]),
  )
  return new Map(
    input.candidatures
      .filter(({ id }) => waiting.has(id))
      .sort(
        (a, b) => (place.get(a.id) ?? rows.length) - (place.get(b.id) ?? rows.length) || a.number - b.number,
      )
      .map(({ id }, index) => [id, index + 1]),
  )
}
