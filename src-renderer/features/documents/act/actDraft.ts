import type { DecisionAct } from '#shared/domain/session/session.ts'

/** An act as it is being keyed: its date may not be there yet. */
export type ActDraft = Omit<DecisionAct, 'date'> & { readonly date: string | null }

export const blankAct: ActDraft = {
  nature: 'deliberation',
  number: '',
  date: null,
  authority: '',
  transmittedOn: null,
  publishedOn: null,
}

/** What can be recorded; null while the number, the date or the authority is missing. */
export function actOf({ date, number, authority, ...rest }: ActDraft): DecisionAct | null {
  if (date === null || number.trim() === '' || authority.trim() === '') return null
  return { ...rest, date, number: number.trim(), authority: authority.trim() }
}

export type ActProblem = 'before-session' | 'transmitted-before' | 'published-before'

/** What the dates of an act say against each other: told while one keys, never refused, for a register may be strange. */
export function actProblems(
  { date, transmittedOn, publishedOn }: ActDraft,
  heldOn: string,
): readonly ActProblem[] {
  if (date === null) return []
  return [
    ...(date < heldOn ? (['before-session'] as const) : []),
    ...(transmittedOn !== null && transmittedOn < date ? (['transmitted-before'] as const) : []),
    ...(publishedOn !== null && publishedOn < date ? (['published-before'] as const) : []),
  ]
}
