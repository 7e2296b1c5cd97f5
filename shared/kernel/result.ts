import type { RefusalCode } from './refusalCodes.ts'

/** An expected "no": a permanent code, and the values its sentence needs. Never an exception. */
export interface Refusal {
  readonly code: RefusalCode
  /** Values that the French sentence of the code names (figures already formatted are avoided: cents, ids, counts). */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (
  code: RefusalCode,
  details: Refusal['details'] = {},
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, details },
})
