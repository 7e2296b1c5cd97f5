import { foldForSearch } from './foldForSearch.ts'
import { territoryKey } from './readApplicantName.ts'

/** What the search for duplicates needs to know of a candidature. */
export interface DuplicateCandidate {
  /** Identity in the answer: a line, an id. */
  readonly key: string
  readonly applicantName: string
  /** Code of the matched territory with its kind, e.g. `commune:22050`; null when unmatched. */
  readonly territory: string | null
  readonly title: string
  /** Fields to compare, in the order to show; the values are texts as shown. */
  readonly fields: Readonly<Record<string, string>>
}

export interface LikelyDuplicate {
  readonly first: string
  readonly second: string
  /** Fields whose values differ, with both values ([DO41]). */
  readonly differences: readonly FieldDifference[]
}

export interface FieldDifference {
  readonly field: string
  readonly first: string
  readonly second: string
}

/**
 * Pairs of the same applicant with near-equal titles ([DO40] to [DO42]). Proposes, never merges. Pairs come in the order
 * of the keys' first appearance in `candidates`.
 */
export function likelyDuplicates(candidates: readonly DuplicateCandidate[]): readonly LikelyDuplicate[] {
  const byApplicant = Map.groupBy(candidates, applicantKey)
  return Array.from(byApplicant.values()).flatMap((group) => (group.length < 2 ? [] : pairsOf(group)))
}

/**
 * In the list of one applicant's titles in alphabetical order, a title is compared with this many that follow: all of
 * them in practice, and a bound for the applicant who files thousands.
 */
const mostComparedTitles = 200

function pairsOf(group: readonly DuplicateCandidate[]): LikelyDuplicate[] {
  const titles = group
    .map((candidate, place) => ({ candidate, place, words: titleWords(candidate.title) }))
    .map((title) => ({ ...title, text: title.words.join(' '), numbers: numbersOf(title.words) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.place - b.place))
  return titles
    .flatMap((one, index) =>
      titles
        .slice(index + 1, index + 1 + mostComparedTitles)
        .filter((other) => one.numbers === other.numbers && areNear(one.words, other.words))
        .map((other) =>
          one.place < other.place ? { first: one, second: other } : { first: other, second: one },
        ),
    )
    .sort((a, b) => a.first.place - b.first.place || a.second.place - b.second.place)
    .map(({ first, second }) => ({
      first: first.candidate.key,
      second: second.candidate.key,
      differences: differencesOf(first.candidate, second.candidate),
    }))
}

/** Two titles whose numbers differ (« phase 1 », « phase 2 ») are two projects. */
const numbersOf = (words: readonly string[]): string => words.filter((word) => /^\d+$/.test(word)).join(' ')

const applicantKey = (candidate: DuplicateCandidate): string =>
  candidate.territory ??
  territoryKey(candidate.applicantName).replace(
    /^(?:la )?(?:commune nouvelle|commune|mairie|ville)(?: (?:de la|de l|de|du|des|d))? /,
    '',
  )

/** The words of a title, numbers included, without version marks: « (rapport V2) », « - version 3 », « (copie) ». */
function titleWords(title: string): readonly string[] {
  const folded = foldForSearch(title)
    .replace(/\((?:[^)]*\b(?:rapport|version|copie|doublon|bis|corrige|definitif|v ?\d+)\b[^)]*)\)/g, ' ')
    .replace(/\b(?:version|rapport|v) ?\d+ *$/, ' ')
    .replace(/\b(?:copie|bis|doublon) *$/, ' ')
  return folded.split(/[^a-z0-9]+/).filter((word) => word !== '' && !emptyWords.has(word))
}

const emptyWords = new Set('de du des la le les l d un une et en au aux a pour sur par dans'.split(' '))

/** Near when nine tenths of the words are shared (Dice), up to two typing slips. */
function areNear(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length
  if (20 * Math.min(a.length, b.length) < 9 * (a.length + b.length)) return false
  const rest = [...b]
  const unmatched = a.filter((word) => {
    const found = rest.indexOf(word)
    if (found !== -1) rest.splice(found, 1)
    return found === -1
  })
  const slips = unmatched.filter((word) => {
    const found = rest.findIndex((other) => isSlip(word, other))
    if (found !== -1) rest.splice(found, 1)
    return found !== -1
  })
  const shared = a.length - unmatched.length + slips.length
  return slips.length <= 2 && 20 * shared >= 9 * (a.length + b.length)
}

/** One letter added, removed, changed, or a plural; never on short words. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return Math.max(a.length, b.length) - start - end <= 1
}

function differencesOf(first: DuplicateCandidate, second: DuplicateCandidate): FieldDifference[] {
  const fields = Array.from(new Set([...Object.keys(first.fields), ...Object.keys(second.fields)]))
  return fields
    .map((field) => ({ field, first: first.fields[field] ?? '', second: second.fields[field] ?? '' }))
    .filter((difference) => difference.first !== difference.second)
}
