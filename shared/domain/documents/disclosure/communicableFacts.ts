import type { DisclosureMask } from '../documentBoard.ts'
import { mapTexts } from './mapTexts.ts'

/** What stands where something was masked. */
export const masked = '[occulté]'

/**
 * [DX4] The facts as the communicable reading prints them: every mask applied but those that the human lifted (`shown`,
 * by id). Masks are those of `disclosureMasks` on the same facts; rectifying acts come as `{ rectifications }`.
 */
export function communicableFacts<T>(
  facts: T,
  masks: readonly DisclosureMask[],
  shown: readonly string[],
): T {
  const lifted = new Set(shown)
  const byPath = new Map<string, { readonly from: number; readonly to: number }[]>()
  for (const { id } of masks) {
    const place = /^(.*):(\d+)-(\d+)$/u.exec(id)
    if (place === null || lifted.has(id)) continue
    const stretches = byPath.get(place[1] ?? '') ?? []
    stretches.push({ from: Number(place[2]), to: Number(place[3]) })
    byPath.set(place[1] ?? '', stretches)
  }
  return mapTexts(facts, (path, text) =>
    (byPath.get(path) ?? [])
      .sort((left, right) => right.from - left.from)
      .reduce((current, { from, to }) => maskedAt(current, from, to), text),
  )
}

/** A mark that the stretch opens or closes alone is kept beside it: no star is left to be read. */
function maskedAt(text: string, from: number, to: number): string {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  const before = starsOf(line)
  const inside = starsOf(text.slice(from, to))
  let opening = ''
  let closing = ''
  for (const [mark, count] of Object.entries(inside) as [Mark, number][]) {
    if (count % 2 === 0) continue
    if (before[mark] % 2 === 0) opening += mark
    else closing += mark
  }
  return `${text.slice(0, from)}${opening}${masked}${closing}${text.slice(to)}`
}

type Mark = '**' | '*'

/** How many marks of bold and of italic a text holds. */
function starsOf(text: string): Record<Mark, number> {
  const stars = { '**': 0, '*': 0 }
  for (const [run] of text.matchAll(/(?<!\\)\*{1,3}/gu)) {
    if (run.length > 1) stars['**'] += 1
    if (run.length !== 2) stars['*'] += 1
  }
  return stars
}
