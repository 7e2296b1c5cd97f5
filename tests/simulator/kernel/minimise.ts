/**
 * The shortest list that still fails, as far as leaving things out finds it (delta debugging, Zeller 1999): halves, then
 * quarters, then single ones, until none can be left out. `fails` is asked at most `budget` times.
 */
export async function minimise<T>(
  items: readonly T[],
  fails: (items: readonly T[]) => Promise<boolean>,
  budget = 400,
): Promise<readonly T[]> {
  let kept = items
  let parts = 2
  let asked = 0
  while (kept.length >= 2 && asked < budget) {
    const size = Math.ceil(kept.length / parts)
    let shorter: readonly T[] | null = null
    for (let from = 0; from < kept.length && shorter === null && asked < budget; from += size) {
      const rest = [...kept.slice(0, from), ...kept.slice(from + size)]
      asked++
      if (await fails(rest)) shorter = rest
    }
    if (shorter !== null) {
      kept = shorter
      parts = Math.max(parts - 1, 2)
    } else if (size === 1) break
    else parts = Math.min(parts * 2, kept.length)
  }
  return kept
}
