import type { LetterKind } from '../model.ts'

type ReceiptKind = 'letter-acknowledgement' | 'letter-incomplete'

/** A letter about a request on its way: it notifies no decision, joins no act, and comes before silence has refused. */
export const isReceipt = (kind: LetterKind): kind is ReceiptKind =>
  kind === 'letter-acknowledgement' || kind === 'letter-incomplete'
