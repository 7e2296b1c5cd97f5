import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import { bytesOf } from '../store/tables/bytesOf.ts'
import type { AccountContext } from './accountContext.ts'

/** One act on accounts before the log is founded, in the words of the control scope (SY14, SV14). */
export interface ControlEvent {
  /** `mandate.give@1` … */
  readonly kind: string
  readonly entity: string
  readonly data: Json
  /** User who did it; null: the server itself, at the request of who held an invitation. */
  readonly actor: string | null
}

export interface StoredControlEvent extends ControlEvent {
  readonly n: number
  readonly atMs: number
  /** sha256(previous digest ‖ canonical JSON of the event), 32 bytes. */
  readonly digest: Uint8Array
}

/** The organisation is held already. */
export async function recordControlEvent(
  { clock, crypto }: Pick<AccountContext, 'clock' | 'crypto'>,
  writer: SqlWriter,
  organisation: string,
  event: ControlEvent,
): Promise<void> {
  const last = await writer.one<{ readonly n: number; readonly digest: Uint8Array }>(
    'SELECT n, digest FROM control_events WHERE organisation = ? ORDER BY n DESC LIMIT 1',
    organisation,
  )
  const n = (last?.n ?? 0) + 1
  const at = clock.nowMs()
  const text = utf8Encode(canonicalJson({ n, at, ...event }))
  const previous = last?.digest ?? new Uint8Array()
  const bytes = new Uint8Array(previous.length + text.length)
  bytes.set(previous)
  bytes.set(text, previous.length)
  await writer.run(
    'INSERT INTO control_events (organisation, n, at, actor, kind, entity, data, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    organisation,
    n,
    at,
    event.actor,
    event.kind,
    event.entity,
    canonicalJson(event.data),
    crypto.sha256(bytes),
  )
}

/** In order, from the first. */
export async function controlEventsAfter(
  reader: SqlReader,
  organisation: string,
  n: number,
  limit: number,
): Promise<readonly StoredControlEvent[]> {
  const rows = await reader.all<Omit<StoredControlEvent, 'data' | 'atMs'> & { at: number; data: string }>(
    `SELECT n, at, actor, kind, entity, data, digest FROM control_events
     WHERE organisation = ? AND n > ? ORDER BY n LIMIT ?`,
    organisation,
    n,
    limit,
  )
  return rows.map(({ at, data, ...row }) => ({
    ...row,
    atMs: at,
    data: JSON.parse(data) as Json,
    digest: bytesOf(row.digest),
  }))
}
