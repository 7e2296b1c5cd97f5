import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { receiptText } from '#shared/operations/authority/receipts.ts'
import { missing } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import { readableRow } from '#shared/operations/feed/readableRow.ts'
import {
  type FirstSyncChunk,
  nextContentDigest,
  signFirstSync,
} from '#shared/operations/first-sync/firstSyncManifest.ts'
import { nothingRead } from '#shared/operations/first-sync/firstSyncReading.ts'
import { rowsPerChunk, sliceRows } from '#shared/operations/first-sync/sliceRows.ts'
import { knownSchema } from '#shared/operations/judge/judge.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { mandatesOf } from '../accounts/mandates.ts'
import { untilLoaded } from '../authority/runSteps.ts'
import { openLoadedRows } from '../store/rows/authorityRows.ts'
import { knownRows } from '../store/rows/knownRows.ts'
import { aggregatePages } from '../store/rows/scanRows.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { copyLastsMs, keepChunk, keepCopy, type StoredCopy } from './storedCopies.ts'

/**
 * The state that one reader may see, in signed chunks, as of one moment of the database (FS1, SY27). Whatever the size of
 * the file, a few pages of it are in memory at a time.
 */
export async function makeFirstCopy(
  context: AccountContext,
  organisation: string,
  user: string,
): Promise<{ readonly copy: StoredCopy; readonly chunks: number; readonly sizeBytes: number }> {
  const { database, clock, crypto, authority } = context
  const id = uuid7(clock, crypto)
  const chunks: FirstSyncChunk[] = []
  let { digest } = nothingRead
  const write = async (rows: readonly Json[]): Promise<void> => {
    for (const { content, rows: count } of sliceRows(rows)) {
      const bytes = new Uint8Array(await deflate(content))
      const n = chunks.length
      await database.transact((writer) => keepChunk(writer, organisation, id, n, bytes, clock.nowMs()))
      chunks.push({ sha256: base64UrlEncode(crypto.sha256(bytes)), bytes: bytes.length, rows: count })
      digest = nextContentDigest(digest, content, crypto)
    }
  }
  const { head, mandates, committee } = await database.readTogether(async (reader) => {
    const about = await aboutLog(reader, organisation, user)
    let waiting: Json[] = []
    for await (const rows of readableRows(reader, organisation, user)) {
      waiting.push(...(rows as unknown as readonly Json[]))
      if (waiting.length < rowsPerChunk) continue
      await write(waiting)
      waiting = []
    }
    await write(waiting)
    return about
  })
  const { manifest, signature } = signFirstSync(
    {
      org: committee,
      log: head.log,
      scope: `user/${user}`,
      g: head.g,
      r: receiptText(head.r),
      sv: knownSchema,
      rows: chunks.reduce((sum, chunk) => sum + chunk.rows, 0),
      digest: base64UrlEncode(digest),
      chunks,
    },
    authority,
  )
  const sizeBytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0)
  const copy: StoredCopy = {
    copy: id,
    user,
    mandates,
    g: head.g,
    manifest,
    signature,
    sizeBytes,
    expiresAtMs: clock.nowMs() + copyLastsMs,
  }
  await database.transact((writer) => keepCopy(writer, organisation, copy))
  return { copy, chunks: chunks.length, sizeBytes }
}

/** Page by page; what rights need of one page is let go with it. */
async function* readableRows(
  reader: SqlReader,
  organisation: string,
  user: string,
): AsyncGenerator<readonly FedRow[]> {
  const place = placeOf(organisation)
  for await (const page of aggregatePages(reader, place)) {
    const known = knownRows(page)
    const { given } = await untilLoaded<Given>(openLoadedRows(reader, place, known), (view) => {
      const rows = openDraft(view)
      const mandates = rows.row('mandates', user)?.list ?? []
      const given = page.flatMap(({ key }) => readableRow(rows, mandates, key) ?? [])
      const needs = rows.lacking()
      return needs.length > 0 ? { needs } : { given }
    })
    yield given
  }
}

interface Given {
  readonly given: readonly FedRow[]
}

async function aboutLog(reader: SqlReader, organisation: string, user: string) {
  const rows = openLoadedRows(reader, placeOf(organisation))
  await rows.load([{ table: 'log', key: 'log' }])
  const head = rows.view.row('log', 'log')
  const row = await reader.one<{ readonly committee: string | null }>(
    'SELECT committee FROM organisations WHERE organisation = ?',
    organisation,
  )
  if (head === null || head === missing || row?.committee == null)
    throw new Error('a copy of a log that is not founded')
  const mandates = canonicalJson((await mandatesOf(reader, organisation, user)) as unknown as Json)
  return { head, mandates, committee: row.committee }
}

const deflate = promisify<Uint8Array, Buffer>(gzip)
