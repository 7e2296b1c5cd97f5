import type { SessionFacts } from '../../session/sessionFacts.ts'
import { missingItems } from '../missingItems.ts'

/** What an act that follows a session cannot do without, the words of the debate excepted; French names. */
export const missingOfSession = (facts: SessionFacts): readonly string[] =>
  missingItems(facts).filter((name) => name !== 'la teneur des discussions')

export const blank = (value: string | null | undefined): boolean =>
  typeof value !== 'string' || value.trim() === ''

export const absent = (value: string | null | undefined, name: string): readonly string[] =>
  blank(value) ? [name] : []
