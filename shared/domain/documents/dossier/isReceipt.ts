import type { LetterKind } from '../model.ts'

/** A letter about a request on its way: it notifies no decision, joins no act, and comes before silence has refused. */
export const isReceipt = (kind: LetterKind): boolean =>
  kind === 'letter-acknowledgement' || kind === 'letter-incomplete'
