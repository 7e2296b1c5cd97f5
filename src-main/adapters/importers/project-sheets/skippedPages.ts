import type { SourceLine } from './sourceLines.ts'

export type SkippedPageKind = 'registration' | 'glossary' | 'questionnaire' | 'directory' | 'other'

export type SkippedPages = Readonly<Record<SkippedPageKind, number>>

/** How many pages that are not project sheets lie in these stretches of lines, by kind. Only counts leave this function. */
export function countSkippedPages(stretches: readonly (readonly SourceLine[])[]): SkippedPages {
  const counts = { registration: 0, glossary: 0, questionnaire: 0, directory: 0, other: 0 }
  for (const stretch of stretches) for (const page of splitPages(stretch)) counts[pageKind(page)] += 1
  return counts
}

/** A page starts at a title written twice. A repeated long paragraph is the wiki's folding, not a title. */
export function isDoubledTitle(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || line.key === '' || line.key !== next?.key) return false
  return line.text.length <= 160 && !/[.;,!…]$/.test(line.text) && !/^[-•*–]/.test(line.text)
}

function splitPages(lines: readonly SourceLine[]): SourceLine[][] {
  const pages: SourceLine[][] = []
  let titleKey: string | null = null
  lines.forEach((line, index) => {
    const isStart: boolean = isDoubledTitle(lines, index) && line.key !== titleKey
    if (isStart || pages.length === 0) {
      pages.push([])
      titleKey = isStart ? line.key : null
    }
    pages.at(-1)?.push(line)
  })
  return pages
}

export function pageKind(page: readonly SourceLine[]): SkippedPageKind {
  const signs = (pattern: RegExp) =>
    page.filter((line) => line.key.length <= 80 && pattern.test(line.key)).length
  // Names and addresses stand on registrations too: alone they make a directory entry, beside a telling word they do not.
  const scores: readonly (readonly [SkippedPageKind, number])[] = [
    [
      'registration',
      10 * signs(/\binscriptions?\b|\bevenements?\b|\bparticipants?\b|\bje m inscris\b|\bparticipation\b/),
    ],
    [
      'glossary',
      10 * signs(/^definitions?\b|\bglossaire\b|\blexique\b|^(?:terme|acronyme|sigle|synonymes?)\b/),
    ],
    [
      'questionnaire',
      10 * signs(/\bquestionnaire\b|^questions?\b|^reponses?\b|\benquete\b|\bsondage\b|\bvotre avis\b/),
    ],
    [
      'directory',
      signs(
        /^(?:nom|prenom|nom (?:et )?prenom|fonction|metier|telephone|tel|mobile|mail|e mail|email|courriel|adresse|structure|organisme|site web)\b/,
      ) +
        10 * signs(/\bannuaire\b|\btrombinoscope\b/) +
        page.filter((line) => /\S@\S+\.\S/.test(line.text)).length,
    ],
  ]
  const best = scores.reduce((top, score) => (score[1] > top[1] ? score : top))
  return best[1] === 0 ? 'other' : best[0]
}

/** Labels that only other pages have: they betray a page that follows a sheet cut short. */
export const isForeignLabel = (line: SourceLine): boolean =>
  /^(?:nom|prenom|nom (?:et )?prenom|fonction|telephone|mail|e mail|email|courriel|definition|terme|question(?: \d+)?|reponse|date de l evenement|inscription|participant(?:e|s)?)$/.test(
    line.key,
  )
