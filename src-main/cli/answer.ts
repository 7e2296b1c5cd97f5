import type { Refusal } from '#shared/kernel/result.ts'

/** What a command has to say: a value for programs and a text for people, or a refusal. */
export type Answer = Said | Refused

export interface Said {
  readonly ok: true
  /** JSON-clean; printed under `value` by `--json`. */
  readonly value: unknown
  /** French, without a final line break. */
  readonly text: string
}

export interface Refused {
  readonly ok: false
  readonly refusal: { readonly code: Refusal['code'] | CliCode; readonly details: Refusal['details'] }
  /** Set when the command knows better words than the catalogue, for example the names that exist. */
  readonly sentence?: string
}

/** Refusals that only a terminal has. As permanent as the codes of the catalogue. */
export type CliCode =
  | 'usage'
  | 'passphrase.not-given'
  | 'audit.not-sound'
  | 'document.modified'
  | 'document.unknown'
  | 'file.not-sound'
  | 'incident'

export const said = (value: unknown, text: string): Said => ({ ok: true, value, text })

export const refused = (
  code: Refused['refusal']['code'],
  sentence: string,
  details: Refusal['details'] = {},
): Refused => ({ ok: false, refusal: { code, details }, sentence })
