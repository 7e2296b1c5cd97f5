import type { EvaluatorProgress } from '#shared/domain/scoring/sheetView.ts'

/**
 * [UI2] The nearest candidature whose sheet is not filed, after (or before) this one, going round the pile; null when
 * none is left. `from` null or unknown: the first (or last) one.
 */
export function unmarkedNeighbour(
  pile: EvaluatorProgress['candidatures'],
  from: string | null,
  direction: 'next' | 'previous',
): string | null {
  const ordered = direction === 'next' ? pile : pile.toReversed()
  const place = ordered.findIndex((line) => line.candidatureId === from)
  const round = [...ordered.slice(place + 1), ...ordered.slice(0, Math.max(place, 0))]
  return round.find((line) => line.state !== 'filed')?.candidatureId ?? null
}
