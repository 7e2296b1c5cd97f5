/** The known name that somebody most likely meant; null when none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = folded(name)
  if (wanted.length > longestName) return null
  let nearest: string | null = null
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1
  for (const each of known) {
    const other = folded(each)
    // « nom » most likely is the end of « demandeur.nom », and the other way round.
    const distance = ends(other, wanted) || ends(wanted, other) ? 1 : editsBetween(wanted, other)
    if (distance < least) {
      least = distance
      nearest = each
    }
  }
  return nearest
}

const ends = (long: string, short: string): boolean => long.endsWith(`.${short}`)

const longestName = 80

/** Capitals, accents and the signs between words are what is most often mistaken. */
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '.')

/** Letters to add, remove or change (Levenshtein). */
function editsBetween(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let at = 1; at <= first.length; at += 1) {
    const next = [at]
    for (let index = 1; index <= second.length; index += 1) {
      const changed = (row[index - 1] ?? 0) + (first[at - 1] === second[index - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[second.length] ?? 0
}
