import type { ClosingCheck } from './closingCheck.ts'

/** [SE32] Every check of the closing with its level, in the order of the list. Codes are permanent: explanations name them. */
export const closingCodes = {
  outcomes: 'must',
  paused: 'must',
  facts: 'must',
  envelope: 'must',
  'considerations-missing': 'must',
  'marks-sealed': 'must',
  'notice-short': 'explain',
  'proxies-unsigned': 'explain',
  'recusals-to-assess': 'explain',
  'recusal-after-decision': 'explain',
  'marks-missing': 'explain',
  'sheets-not-countersigned': 'explain',
  'rationale-missing': 'explain',
  'ties-undecided': 'explain',
  'conditions-missing': 'explain',
  'debate-empty': 'explain',
} as const satisfies Readonly<Record<string, ClosingCheck['level']>>

export type ClosingCode = keyof typeof closingCodes

export const isExplainable = (code: string): boolean =>
  Object.hasOwn(closingCodes, code) && closingCodes[code as ClosingCode] === 'explain'
