import type { InputOf } from '#shared/contract/contract.ts'
import type { MinutesView } from '#shared/domain/documents/documentBoard.ts'

export type MinutesStep = InputOf<'session.minutes-step'>['step']

/** What is keyed for the next step; each step takes what it needs of it. */
export interface StepDraft {
  readonly on: string | null
  /** One a line. */
  readonly signatories: string
  readonly where: string
}

export const blankStep = (signatories: readonly string[]): StepDraft => ({
  on: null,
  signatories: signatories.join('\n'),
  where: '',
})

/** The step that follows a state; null while something is missing, or after the publication. */
export function nextStep(
  state: MinutesView['state'],
  { on, signatories, where }: StepDraft,
): MinutesStep | null {
  if (on === null) return null
  switch (state) {
    case 'draft':
      return { to: 'submitted', on }
    case 'submitted':
      return { to: 'settled', on }
    case 'settled': {
      const by = namesOf(signatories)
      return by.length === 0 ? null : { to: 'signed', on, by }
    }
    case 'signed':
      return where.trim() === '' ? null : { to: 'published', on, where: where.trim() }
    case 'published':
      return null
  }
}

const namesOf = (lines: string): string[] =>
  lines
    .split(/\r?\n/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
