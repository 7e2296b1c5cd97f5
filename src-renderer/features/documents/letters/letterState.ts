import type { CandidatureLine } from '#shared/domain/documents/documentBoard.ts'

export const letterStates = ['all', 'ready', 'incomplete', 'none'] as const
export type LetterFilter = (typeof letterStates)[number]
export type LetterState = Exclude<LetterFilter, 'all'>

/** Whether the letter of a candidature can leave, lacks something, or there is none to write (adjourned). */
export function letterState({ letter, documents }: CandidatureLine): LetterState {
  if (letter === null) return 'none'
  const line = documents.find(({ document }) => document === letter)
  return line === undefined || line.missing.length > 0 ? 'incomplete' : 'ready'
}

/** How many there are of each, all of them first; those without any are left out. */
export function countLetters(
  candidatures: readonly CandidatureLine[],
): readonly { readonly filter: LetterFilter; readonly count: number }[] {
  const states = candidatures.map(letterState)
  return letterStates
    .map((filter) => ({
      filter,
      count: filter === 'all' ? states.length : states.filter((state) => state === filter).length,
    }))
    .filter(({ filter, count }) => filter === 'all' || count > 0)
}

/** An address may be old: a word it does not know shows them all. */
export const letterFilter = (word: string | undefined): LetterFilter =>
  letterStates.find((known) => known === word) ?? 'all'

export const shownLetters = (
  candidatures: readonly CandidatureLine[],
  filter: LetterFilter,
): readonly CandidatureLine[] =>
  filter === 'all' ? candidatures : candidatures.filter((line) => letterState(line) === filter)
