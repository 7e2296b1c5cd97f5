import type { SessionFacts } from '../../session/sessionFacts.ts'
import type { DisclosureMask } from '../documentBoard.ts'
import { mapTexts } from './mapTexts.ts'

/** What stands where something was masked. */
export const masked = '[occulté]'

/**
 * [DX4] The facts as the communicable reading prints them: every mask applied but those that the human lifted (`shown`,
 * by id). Masks are those of `disclosureMasks` on the same facts.
 */
export function communicableFacts(
  facts: SessionFacts,
  masks: readonly DisclosureMask[],
  shown: readonly string[],
): SessionFacts {
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
      .reduce((current, { from, to }) => `${current.slice(0, from)}${masked}${current.slice(to)}`, text),
  )
}
