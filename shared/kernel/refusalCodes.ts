/**
 * The one catalogue of refusals. Codes are permanent: never renamed, never reused. Each has its French sentence in
 * `shared/i18n/refusalSentences.ts`, which does not compile when one is missing.
 */
export const refusalCodes = [
  // the file
  'file.wrong-secret',
  'file.not-a-delibere-file',
  'file.truncated',
  'file.newer-version',
  'file.read-only',
  'file.disk-full',
  'file.in-use',
  'file.missing',
  'file.exists',
  'file.weak-passphrase',
  'file.damaged',
  'file.no-quick-unlock',
  'file.cancelled',
  // the signed log
  'commit.empty',
  'commit.too-many-operations',
  'commit.too-large',
  'commit.malformed',
  'commit.bad-identifier',
  'commit.bad-signature',
  'commit.bad-body',
  'chain.gap',
  'chain.broken',
  // general
  'entity.missing',
  'entity.exists',
  'entity.changed-meanwhile',
  'input.invalid',
  'undo.nothing',
] as const

export type RefusalCode = (typeof refusalCodes)[number]
