import type { SessionFacts } from '../../session/sessionFacts.ts'
import type { DisclosureMask } from '../documentBoard.ts'
import { appreciations, type Stretch } from './appreciations.ts'
import { contactPatterns } from './contactPatterns.ts'
import { mapTexts } from './mapTexts.ts'
import { typedTextPlace } from './typedText.ts'

/** Natural persons that the committee's file knows of, beside the members. */
export interface KnownPersons {
  /** Applicants in their own name. */
  readonly naturalApplicants: readonly string[]
  /** Who represents an applicant: « Hélène Morvan ». */
  readonly correspondents: readonly string[]
}

/**
 * [DX1] What the communicable reading of a session masks (CRPA L311-6): contact and bank details, sentences that judge
 * or may judge a natural person, applicants who are natural persons, members whose sheet is missing. Proposed, in the
 * order of the documents: a human confirms or lifts each. Same facts, same masks, same ids.
 */
export function disclosureMasks(facts: SessionFacts, known: KnownPersons): readonly DisclosureMask[] {
  const masks: DisclosureMask[] = []
  const members = facts.members.map(({ name }) => name)
  const others = [...known.correspondents, ...known.naturalApplicants]
  mapTexts(facts, (path, text) => {
    const found = [
      ...namesIn(text, known.naturalApplicants),
      ...(missingMarker.test(path) ? whole(text) : []),
      ...identifierOf(facts, path, text, known.naturalApplicants),
      ...(typedTextPlace(path) === null ? [] : typed(text, { members, others })),
    ]
    for (const mask of withoutOverlap(found)) masks.push(maskAt(path, text, mask))
    return text
  })
  return masks
}

interface Found extends Stretch, Pick<DisclosureMask, 'kind' | 'reason'> {}

const missingMarker = /^items\.\d+\.marks\.missing\.\d+$/u

const whole = (text: string): readonly Found[] => [
  { from: 0, to: text.length, kind: 'natural-person', reason: 'identité d’un membre qui n’a pas noté' },
]

const namesIn = (text: string, names: readonly string[]): readonly Found[] =>
  names.flatMap((name) =>
    name.trim() === ''
      ? []
      : [...text.matchAll(new RegExp(escaped(name.trim()), 'giu'))].map((match) => ({
          from: match.index,
          to: match.index + match[0].length,
          kind: 'natural-person' as const,
          reason: 'demandeur qui est une personne physique',
        })),
  )

/** The SIRET of somebody who applies in his own name leads to him. */
function identifierOf(
  facts: SessionFacts,
  path: string,
  text: string,
  names: readonly string[],
): readonly Found[] {
  const place = /^(items|ranking)\.(\d+)\.(candidature\.)?identifier$/u.exec(path)
  if (place === null || text === '') return []
  const index = Number(place[2])
  const applicant =
    place[1] === 'items' ? facts.items[index]?.candidature?.applicant : facts.ranking[index]?.applicant
  return applicant !== undefined && names.includes(applicant)
    ? [
        {
          from: 0,
          to: text.length,
          kind: 'natural-person',
          reason: 'identifiant d’un demandeur qui est une personne physique',
        },
      ]
    : []
}

const typed = (
  text: string,
  people: { readonly members: readonly string[]; readonly others: readonly string[] },
): readonly Found[] => [
  ...contactPatterns.flatMap(({ kind, reason, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].trimEnd().length,
      kind,
      reason,
    })),
  ),
  ...appreciations(text, people).map((stretch) => ({
    ...stretch,
    kind: 'appreciation' as const,
    reason: 'phrase qui désigne ou apprécie une personne physique',
  })),
]

/** The longest first: a number inside a masked sentence goes with it. */
function withoutOverlap(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = []
  for (const mask of [...found].sort((left, right) => right.to - right.from - (left.to - left.from)))
    if (kept.every(({ from, to }) => mask.to <= from || to <= mask.from)) kept.push(mask)
  return kept.sort((left, right) => left.from - right.from)
}

const maskAt = (path: string, text: string, { from, to, kind, reason }: Found): DisclosureMask => ({
  id: `${path}:${from}-${to}`,
  place: typedTextPlace(path) ?? printedPlace(path),
  kind,
  text: text.slice(from, to),
  context: around(text, from, to),
  reason,
})

/** Some words before and after, so that a human can judge. */
function around(text: string, from: number, to: number): string {
  const start = Math.max(0, from - contextLength)
  const end = Math.min(text.length, to + contextLength)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}

const contextLength = 60

function printedPlace(path: string): string {
  const item = /^items\.(\d+)\./u.exec(path)
  if (item !== null) return `Point ${Number(item[1]) + 1}`
  const ranked = /^ranking\.(\d+)\./u.exec(path)
  if (ranked !== null) return `Classement, ligne ${Number(ranked[1]) + 1}`
  return /^agenda\./u.test(path) ? 'Ordre du jour' : 'En-tête'
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
