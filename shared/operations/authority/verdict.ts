/** [SY5] What an authority says of a commit, for ever. Permanent: never renamed, never reused. */
export const verdicts = [
  'ok',
  'forbidden',
  'late',
  'conflict',
  'closed',
  'no-quorum',
  'recused',
  'invalid',
  'revoked',
  'forked',
  'deferred',
  'unknown-schema',
] as const

export type Verdict = (typeof verdicts)[number]

/** Why, inside a verdict. Permanent like the verdicts; `''` for `ok`. Names no person and no dossier: receipts are read by everybody. */
export const verdictCodes = [
  '',
  // forbidden
  'author',
  'role',
  'on-behalf',
  'single-writer',
  'centre-only',
  // late
  'session-closed',
  'dossier-decided',
  // conflict
  'changed-meanwhile',
  'facts',
  'version',
  'room',
  'envelope',
  'awarded',
  'second-lease',
  // closed
  'not-open',
  'not-planned',
  'already-closed',
  'not-closed',
  // recused
  'recused',
  'recused-voter',
  // no-quorum
  'quorum',
  // invalid
  'scope',
  'entity',
  'data',
  'missing',
  'exists',
  'no-version',
  'no-history',
  'moved',
  'said',
  'locked',
  // revoked
  'retired',
  'compromised',
  // forked
  'fork',
  // deferred
  'leased',
  // unknown-schema
  'kind',
  'schema',
] as const

export type VerdictCode = (typeof verdictCodes)[number]

export interface Ruling {
  readonly verdict: Verdict
  readonly code: VerdictCode
}

export const accepted: Ruling = { verdict: 'ok', code: '' }

/** [SY5] `deferred` alone is followed by another verdict. */
export const isFinal = (verdict: Verdict): boolean => verdict !== 'deferred'
