import { type RefusalCode, refusalCodes } from '#shared/kernel/refusalCodes.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** The refusal that a machine of ours answered, by its permanent code; null for anything else: a proxy, another program. */
export function refusalSaid(body: Uint8Array | string): Refusal | null {
  let said: unknown
  try {
    said = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString())
  } catch {
    return null
  }
  const { code, details } = (said ?? {}) as { readonly code?: unknown; readonly details?: unknown }
  const known = refusalCodes.find((each) => each === code) as RefusalCode | undefined
  if (known === undefined) return null
  const told = typeof details === 'object' && details !== null ? (details as Refusal['details']) : {}
  return { code: known, details: told }
}
