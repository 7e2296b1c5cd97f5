import type { DocumentKind, DocumentModel } from './model.ts'

/** What a file says it is [DC5]. Believed only after its text was compared with the session it names. */
export interface DocumentIdentity {
  readonly kind: DocumentKind
  readonly number: string
  readonly factsDigest: string
}

/** In this order for ever: the code of a page names a kind by its place. */
export const documentKinds = [
  'minutes',
  'ranking',
  'decision-record',
  'rectification',
  'convocation',
  'attendance-sheet',
  'mark-sheets',
  'expenses',
  'attendance-certificates',
  'resolution',
  'closing-leaf',
  'examined-list',
  'report',
  'award-order',
  'agreement',
  'disclosure-log',
  'letter-acknowledgement',
  'letter-incomplete',
  'letter-award',
  'letter-partial-award',
  'letter-waiting-list',
  'letter-refusal',
  'letter-inadmissible',
] as const satisfies readonly DocumentKind[]

export const identityOf = ({ kind, number, factsDigest }: DocumentModel): DocumentIdentity => ({
  kind,
  number,
  factsDigest,
})

/** null when a value is missing or is none of ours. */
export function parseIdentity(found: {
  readonly kind?: string | undefined
  readonly number?: string | undefined
  readonly factsDigest?: string | undefined
}): DocumentIdentity | null {
  const kind = documentKinds.find((each) => each === found.kind)
  const { number, factsDigest } = found
  if (kind === undefined || number === undefined || factsDigest === undefined) return null
  if (number.trim() === '' || number.length > 200 || !/^[0-9a-f]{64}$/.test(factsDigest)) return null
  return { kind, number, factsDigest }
}
