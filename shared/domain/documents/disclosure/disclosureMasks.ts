import type { RectificationFacts } from '../../session/rectificationFacts.ts'
import type { SessionFacts } from '../../session/sessionFacts.ts'
import type { DisclosureMask } from '../documentBoard.ts'
import { appreciations } from './appreciations.ts'
import { contactsIn, type Found } from './contactsIn.ts'
import { mapTexts } from './mapTexts.ts'
import { printedPlace } from './printedPlace.ts'
import { typedTextPlace } from './typedText.ts'
import { type ReadText, withoutMarks } from './withoutMarks.ts'

/** Natural persons that the committee's file knows of, beside the members. */
export interface KnownPersons {
  /** Applicants in their own name. */
  readonly naturalApplicants: readonly string[]
  /** Who represents an applicant: « Hélène Morvan ». */
  readonly correspondents: readonly string[]
}

/**
 * [DX1] What the communicable reading of a session and of its rectifying acts masks (CRPA L311-6): contact and bank
 * details wherever they are printed, sentences that judge or may judge a natural person, applicants who are natural
 * persons, members whose sheet is missing. Proposed, in the order of the documents: a human confirms or lifts each. Same
 * facts, same masks, same ids.
 */
export function disclosureMasks(
  facts: SessionFacts,
  known: KnownPersons,
  rectifications: readonly RectificationFacts[] = [],
): readonly DisclosureMask[] {
  const masks: DisclosureMask[] = []
  const members = facts.members.map(({ name }) => name)
  const others = [...known.correspondents, ...known.naturalApplicants]
  const search = (path: string, raw: string): string => {
    const read = withoutMarks(raw)
    const { text } = read
    const found = [
      ...namesIn(text, known.naturalApplicants),
      ...(missingMarker.test(path) ? whole(text) : []),
      ...identifierOf(facts, path, text, known.naturalApplicants),
      // A tab that was typed is printed as a space; between cells it is a border.
      ...(notWords.test(path) ? [] : contactsIn(text.replaceAll('\t', ' '))),
      ...(typedTextPlace(path) === null ? [] : judged(text, { members, others })),
    ]
    for (const mask of withoutOverlap(found)) masks.push(maskAt(path, read, mask))
    return raw
  }
  mapTexts(facts, search)
  mapTexts({ rectifications }, search)
  return masks
}

/** Digests, identifiers, numbers, dates, hours and words of the program: nobody typed a contact there. */
const notWords =
  /(?:^|\.)(?:contentHash|sha256|sessionDigest|identifier|number|sessionNumber|date|firstDate|sessionDate|startsAt|openedAt|closedAt|at|from|to|arrivedAt|leftAt|returnedAt|revealedAt|score|exactScore|type|kind|role|voice|attendance|sentBy|aggregation|taxBasis|opinion|method|mode|status|counting|ballot|proposal|origin)$/u

const missingMarker = /^items\.\d+\.marks\.missing\.\d+$/u

const whole = (text: string): readonly Found[] => [
  { from: 0, to: text.length, kind: 'natural-person', reason: 'identité d’un membre qui n’a pas noté' },
]

const namesIn = (text: string, names: readonly string[]): readonly Found[] =>
  names.flatMap((name) =>
    name.trim() === ''
      ? []
      : [...text.matchAll(new RegExp(name.trim().split(/\s+/u).map(escaped).join('\\s+'), 'giu'))].map(
          (match) => ({
            from: match.index,
            to: match.index + match[0].length,
            kind: 'natural-person' as const,
            reason: 'demandeur qui est une personne physique',
          }),
        ),
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

const judged = (
  text: string,
  people: { readonly members: readonly string[]; readonly others: readonly string[] },
): readonly Found[] =>
  appreciations(text, people).map((stretch) => ({
    ...stretch,
    kind: 'appreciation' as const,
    reason: 'phrase qui désigne ou apprécie une personne physique',
  }))

/** The longest first: a number inside a masked sentence goes with it. */
function withoutOverlap(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = []
  for (const mask of [...found].sort((left, right) => right.to - right.from - (left.to - left.from)))
    if (kept.every(({ from, to }) => mask.to <= from || to <= mask.from)) kept.push(mask)
  return kept.sort((left, right) => left.from - right.from)
}

/** The id bears the place in what was typed; the human reads it without its marks. */
function maskAt(path: string, { text, typed }: ReadText, { from, to, kind, reason }: Found): DisclosureMask {
  const place = typed({ from, to })
  return {
    id: `${path}:${place.from}-${place.to}`,
    place: printedPlace(path),
    kind,
    text: text.slice(from, to),
    context: around(text, from, to),
    reason,
  }
}

/** Some words before and after, so that a human can judge. */
function around(text: string, from: number, to: number): string {
  const start = Math.max(0, from - contextLength)
  const end = Math.min(text.length, to + contextLength)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}

const contextLength = 60

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
