import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'

export interface SplitTitle {
  readonly applicant: string | null
  readonly project: string
}

/**
 * « PENVENAN- Centre Culturel » by Penvénan is « Centre Culturel » ([DO65]). The part before the dash or colon is taken
 * off only when its words are those of the applicant. Without a known applicant the first part is proposed: the caller
 * flags it, and a sheet is not lost for a missing label.
 */
export function splitTitle(rawTitle: string, applicantName: string | null): SplitTitle {
  const cuts = Array.from(rawTitle.matchAll(/\s+[-–—:]+\s*|\s*[-–—:]+\s+/g), (match) => ({
    prefix: rawTitle.slice(0, match.index).trim(),
    project: rawTitle.slice(match.index + match[0].length).trim(),
  })).filter((cut) => cut.prefix !== '' && cut.project !== '')
  const chosen =
    applicantName === null
      ? cuts.find((cut) => cut.prefix.length <= longestApplicant)
      : (cuts.findLast((cut) => within(tellingWords(cut.prefix), tellingWords(applicantName))) ??
        cuts.find((cut) => within(tellingWords(applicantName), tellingWords(cut.prefix))))
  return chosen
    ? { applicant: chosen.prefix, project: chosen.project }
    : { applicant: null, project: rawTitle }
}

/** Longer than any name of the national list: that much text before a dash is a sentence. */
const longestApplicant = 80

const within = (some: readonly string[], all: readonly string[]): boolean =>
  some.length > 0 && some.every((word) => all.includes(word))

const tellingWords = (name: string): string[] =>
  foldForSearch(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .map((word) => (word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word))
    .filter((word) => word.length > 1 && !emptyWords.has(word))

const emptyWords = new Set(
  'commune communes communaute agglomeration agglo mairie ville cc ca cu de du des la le les et en au aux sur nouvelle metropole departement region conseil'.split(
    ' ',
  ),
)
