import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { VisibilityEffect } from '#shared/operations/authority/records.ts'
import { mandatesOf } from '../accounts/mandates.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import type { LogPlace } from '../store/tables/logHeads.ts'

/**
 * By what rights somebody reads, as text to compare; null when what he sees may have changed after `g` (a recusal, a reveal,
 * an erasure): a copy of `g` is then not given any more.
 */
export async function sightOf(
  reader: SqlReader,
  { organisation, log }: LogPlace,
  user: string,
  g: number,
): Promise<string | null> {
  const mandates = await mandatesOf(reader, organisation, user)
  const since = await reader.all<{ readonly effects: string }>(
    `SELECT effects FROM entries WHERE organisation = ? AND log = ? AND g > ? AND effects <> '[]'`,
    organisation,
    log,
    g,
  )
  const changed = since
    .flatMap(({ effects }) => JSON.parse(effects) as readonly VisibilityEffect[])
    .some((effect) => !('user' in effect) || effect.user === user)
  return changed ? null : canonicalJson(mandates as unknown as Json)
}
